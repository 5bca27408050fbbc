/**
 * Values of every type as whole numbers, so that thresholds compare exactly:
 * yes/no: 0 = no, 1 = yes; one of, scale and trial response: an index; code: its place among all codes (`codes/space.ts`); number: value x 10^decimals;
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

/** Every value that lies in none of the given ranges. */
export function allBut(ranges: readonly Range[]): readonly Range[] {
  const rest: Range[] = [];
  let next = LOWEST;
  for (const { low, high } of ranges.toSorted((a, b) => a.low - b.low)) {
    if (next < low) rest.push({ low: next, high: low - 1 });
    next = Math.max(next, high + 1);
  }
  return next <= HIGHEST ? [...rest, { low: next, high: HIGHEST }] : rest;
}

/** What `is not` and `is none of` hold: every other value, and `none` of a fact that may be none. No threshold holds it. */
export function anythingElse(others: readonly Range[], orNone: boolean): readonly Range[] {
  return orNone ? [{ low: NONE, high: NONE }, ...others] : others;
}
