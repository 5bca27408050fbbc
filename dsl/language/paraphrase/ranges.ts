import type { Range } from "../../semantics/index.ts";

/** Whether two sets of values are the same, however they are cut into stretches. */
export function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  const [one, other] = [stretches(a), stretches(b)];
  return (
    one.length === other.length && one.every(({ low, high }, at) => other[at]?.low === low && other[at].high === high)
  );
}

/** Whether every value of `inner` is one of `outer`. */
export function within(inner: readonly Range[], outer: readonly Range[]): boolean {
  const whole = stretches(outer);
  return inner.every(({ low, high }) => whole.some((range) => range.low <= low && high <= range.high));
}

/** From lowest to highest, with a gap between any two. */
export function stretches(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of ranges.filter(({ low, high }) => low <= high).toSorted((a, b) => a.low - b.low)) {
    const last = merged.at(-1);
    if (last && range.low <= last.high + 1)
      merged.splice(-1, 1, { low: last.low, high: Math.max(last.high, range.high) });
    else merged.push(range);
  }
  return merged;
}
