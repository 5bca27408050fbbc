import type { ValueSet } from "./valueSet.ts";

/** Of segments that lie side by side, given where each begins, ascending: the numbers of those that `values` holds all of. */
export function segmentsWithin(lows: readonly number[], values: ValueSet): readonly number[] {
  return values.flatMap(({ low, high }) => {
    const first = firstAtLeast(lows, low);
    const end = firstAtLeast(lows, high + 1);
    return Array.from({ length: end - first }, (_, at) => first + at);
  });
}

/** The index of the first of ascending numbers that is at least `bound`, by halves; their count when none is. */
export function firstAtLeast(ascending: ArrayLike<number>, bound: number): number {
  let first = 0;
  let end = ascending.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((ascending[middle] ?? bound) < bound) first = middle + 1;
    else end = middle;
  }
  return first;
}
