import { nameKey } from "../../dsl/index.ts";
import { type CohortTransition, type ServiceJudged, transitionsBetween } from "../determine/cohort/index.ts";
import { requestedService } from "../determine/index.ts";
import type { GuidelineSet } from "../set/index.ts";
import type { Outcome } from "../values/index.ts";
import { type CaseAnswer, answerOf } from "./answers.ts";
import type { ServiceCompared } from "./compareSets.ts";

/** Rows of a cohort that ask for a service, by what both sets, whole, come to. */
export type Counts = readonly CohortTransition[];

/** Of a service, over all that is asked for under it. */
export function countsOf(
  of: ServiceCompared,
  sets: { readonly before: GuidelineSet; readonly now: GuidelineSet },
  judged: { readonly before: readonly ServiceJudged[]; readonly now: readonly ServiceJudged[] },
): Counts {
  return judged.now.flatMap((now, at) => {
    const before = judged.before[at];
    return before !== undefined && isAskedUnder(of, sets, now) ? transitionsBetween(before, now) : [];
  });
}

function isAskedUnder(
  of: ServiceCompared,
  sets: { readonly before: GuidelineSet; readonly now: GuidelineSet },
  { asked }: ServiceJudged,
): boolean {
  const request = { ...asked, askedFor: [], administrator: null, decision: null, expect: null };
  const own = of.change === "removed" ? sets.before : sets.now;
  return own.guidelines.some(
    ({ guideline }) =>
      guideline.title === of.guideline && requestedService(guideline, request)?.key === nameKey(of.service),
  );
}

/** How many rows go from one answer to another. */
export function countBetween(counts: Counts, from: CaseAnswer, to: CaseAnswer): number {
  const own = counts.filter((each) => answered(each.from) === from && answered(each.to) === to);
  return own.reduce((sum, { count }) => sum + count, 0);
}

export function answered(outcome: Outcome | "contradictory"): CaseAnswer {
  return outcome === "information needed" ? "not documented" : answerOf(outcome);
}
