import { judge } from "../../engine/determine/index.ts";
import type { GuidelineSet } from "../../engine/set/index.ts";
import type { InForce } from "./inForce.ts";
import type { CaseTransition } from "./protocol.ts";

/** Outcome of each requested service, by case path and the service's place in the case. */
export type Outcomes = ReadonlyMap<string, { readonly case: string; readonly path: string; readonly outcome: string }>;

export function outcomesOf(guidelines: InForce, set: GuidelineSet): Outcomes {
  const entries = set.cases.flatMap(({ path, case: of }) =>
    of.requests.map((request, index) => {
      const { outcome } = judge(guidelines, of, request);
      return [`${path} ${index}`, { case: `${of.title}: ${request.service}`, path, outcome }] as const;
    }),
  );
  return new Map(entries);
}

/** Requests whose outcome differs; new and removed ones have nothing to be compared with. */
export function transitionsBetween(saved: Outcomes, typed: Outcomes): readonly CaseTransition[] {
  return [...typed].flatMap(([key, { case: name, path, outcome }]) => {
    const before = saved.get(key);
    return before === undefined || before.outcome === outcome
      ? []
      : [{ case: name, path, from: before.outcome, to: outcome }];
  });
}
