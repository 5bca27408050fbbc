import type { Outcome } from "../values/index.ts";
import type { Formula, GuidelineProgram } from "./ir.ts";
import { serviceOf } from "./programs.ts";

/** An outcome that a completion may give. `information needed` is what is said when completions differ. */
export type SettledOutcome = Exclude<Outcome, "information needed">;

/** In the order of their rank: the first that holds is the outcome. */
export const settledOutcomes = [
  "not addressed",
  "excluded",
  "modified",
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
  const { addressed, exclusion, criteria, within } = serviceOf(program, service);
  const isAddressed = { formula: addressed, wanted: true };
  const notExcluded = [isAddressed, { formula: exclusion, wanted: false }];
  const met = [...notExcluded, { formula: criteria, wanted: true }];
  return [
    ["not addressed", [{ formula: addressed, wanted: false }]],
    ["excluded", [isAddressed, { formula: exclusion, wanted: true }]],
    ["modified", [...met, { formula: within, wanted: false }]],
    ["criteria met", [...met, { formula: within, wanted: true }]],
    ["criteria not met", [...notExcluded, { formula: criteria, wanted: false }]],
  ];
}

export function assumptionGoals(assumptions: readonly Formula[]): readonly Goal[] {
  return assumptions.map((formula) => ({ formula, wanted: true }));
}
