import { type Bitmap, countBoth, countRows, either } from "../../evaluate/columns/index.ts";
import type { Outcome } from "../../values/index.ts";
import type { ServiceJudged } from "./judgeCohort.ts";

/** Rows whose outcome before and now are these; `contradictory` where a case contradicts what a guideline assumes. */
export interface CohortTransition {
  readonly from: Outcome | "contradictory";
  readonly to: Outcome | "contradictory";
  readonly count: number;
}

/** Of one service, judged by two sets over the same rows: every change of outcome, and what stayed. */
export function transitionsBetween(before: ServiceJudged, now: ServiceJudged): readonly CohortTransition[] {
  return [...withContradictory(before)].flatMap(([from, rows]) =>
    [...withContradictory(now)].flatMap(([to, others]) => {
      const count = countBoth(rows, others);
      return count === 0 ? [] : [{ from, to, count }];
    }),
  );
}

/** How many rows have each outcome; those that contradict are counted by `contradicting`. */
export function outcomeCounts({ outcomes }: ServiceJudged): ReadonlyMap<Outcome, number> {
  return new Map([...outcomes].map(([outcome, rows]) => [outcome, countRows(rows)]));
}

function withContradictory({ outcomes, contradictory, rows }: ServiceJudged): Map<Outcome | "contradictory", Bitmap> {
  const none: Bitmap = new Int32Array(rows.length);
  return new Map<Outcome | "contradictory", Bitmap>([
    ...outcomes,
    ["contradictory", [...contradictory.values()].reduce(either, none)],
  ]);
}
