import type { ValueSet } from "../../values/index.ts";
import type { Known } from "../evaluator.ts";

/**
 * One case as an engineer holds it, by quantity id: a scaled whole number, or the values still possible. What is `undefined` or
 * not there is not documented. Fields that are no quantity are passed over.
 */
export type CaseValues = Readonly<Record<string, number | ValueSet | undefined>>;

/**
 * What a generated module exports. Both answer every question at once, a byte each, in the order of its `criteria` (bit 0: can
 * be met, bit 1: can fail), then of its `services` (bit b: outcome b of `outcomes` is possible), then 1 unless the case
 * contradicts the assumptions. A contradictory case has only zeros.
 *
 * They give `null`, or the first quantity for which the case has no value that the quantity can have; the answers are zeros then.
 * They throw a RangeError when there is no room for all answers.
 */
export interface GeneratedModule {
  answer(values: CaseValues, answers: Uint8Array): string | null;
  answerSets(sets: Known["quantities"], answers: Uint8Array): string | null;
}

/** Runs the text of a module. The only place where text becomes code: see `engine/README.md`. */
export function loaded(text: string): GeneratedModule {
  // oxlint-disable-next-line typescript/no-implied-eval -- making code is what this folder is for
  const module = new Function(`${text}\nreturn { answer, answerSets };`);
  return module() as GeneratedModule; // the text is our own, and holds these two functions
}
