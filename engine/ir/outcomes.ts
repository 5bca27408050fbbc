import type { Outcome } from "../values/index.ts";
import type { Formula, GuidelineProgram } from "./ir.ts";
import { serviceOf } from "./programs.ts";

/** An outcome that a completion may give. `information needed` is what is said when completions differ. */
export type SettledOutcome = Exclude<Outcome, "information needed">;

/** Those that completions give today, in the order of their rank: the first that holds is the outcome. */
export const settledOutcomes = [
  "not addressed",
  "excluded",
  "criteria met",
  "criteria not met",
] as const satisfies readonly SettledOutcome[];

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
