/**
 * Values of every type as whole numbers, so that thresholds compare exactly:
 * yes/no: 0 = no, 1 = yes; one of, scale, code and trial response: an index; number: value x 10^decimals;
 * date: days since 1970-01-01; age: completed years; duration: days or whole months.
 */
export interface Range {
  /** Inclusive. `LOWEST` is an open end. */
  readonly low: number;
  /** Inclusive. `HIGHEST` is an open end. */
  readonly high: number;
}

export const HIGHEST = 9e15;
export const LOWEST = -9e15;

/** The value `none` of a fact declared `or none`; below every comparison, so that no threshold holds it. */
export const NONE = Number.MIN_SAFE_INTEGER;

/** Every value but the given ones. */
export function allBut(points: readonly number[]): readonly Range[] {
  const sorted = [...new Set(points)].toSorted((a, b) => a - b);
  const lows = [LOWEST, ...sorted.map((point) => point + 1)];
  const highs = [...sorted.map((point) => point - 1), HIGHEST];
  return lows.map((low, index) => ({ low, high: highs[index] ?? HIGHEST })).filter(({ low, high }) => low <= high);
}
