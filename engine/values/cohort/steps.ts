import { HIGHEST, LOWEST, NONE } from "../../../dsl/index.ts";

/*
 * Scaled values in 32 bits: `none`, the open ends and every step keep their order, and the difference of any two fits into
 * 32 bits too, so that kernels compare by subtracting.
 */

const none = -(2 ** 30);
const lowest = none + 1;
const highest = 2 ** 30 - 1;

/** The value in 32 bits; `null` when it takes more. */
export function stepOf(value: number): number | null {
  if (value === NONE) return none;
  if (value <= LOWEST) return lowest;
  if (value >= HIGHEST) return highest;
  return value > lowest && value < highest ? value : null;
}

export function valueOfStep(step: number): number {
  if (step === none) return NONE;
  if (step === lowest) return LOWEST;
  return step === highest ? HIGHEST : step;
}

/** The step of the least value that 32 bits hold and that is not below the bound; of a bound of a test, which no column holds, the nearest. */
export function stepAtLeast(bound: number): number {
  return stepOf(bound) ?? (bound < 0 ? lowest + 1 : highest);
}

/** As `stepAtLeast`, for the greatest value that is not above the bound. */
export function stepAtMost(bound: number): number {
  return stepOf(bound) ?? (bound < 0 ? lowest : highest - 1);
}
