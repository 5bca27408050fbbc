import { type Formula, type GuidelineProgram, serviceOf } from "../ir/index.ts";
import type { SettledOutcome } from "./evaluator.ts";

/** A formula and the truth value it is to have in a completion. */
export interface Goal {
  readonly formula: Formula;
  readonly wanted: boolean;
}

/** What has to hold for a service to come out so. Exactly one of the outcomes holds in each completion. */
export function outcomeGoals(
  program: GuidelineProgram,
  service: string,
): readonly (readonly [SettledOutcome, readonly Goal[]])[] {
  const { exclusion, criteria } = serviceOf(program, service);
  const inScope = { formula: program.scope, wanted: true };
  const notExcluded = [inScope, { formula: exclusion, wanted: false }];
  return [
    ["not addressed", [{ formula: program.scope, wanted: false }]],
    ["excluded", [inScope, { formula: exclusion, wanted: true }]],
    ["criteria met", [...notExcluded, { formula: criteria, wanted: true }]],
    ["criteria not met", [...notExcluded, { formula: criteria, wanted: false }]],
  ];
}

export function assumptionGoals(assumptions: readonly Formula[]): readonly Goal[] {
  return assumptions.map((formula) => ({ formula, wanted: true }));
}
