import { NONE, type Range } from "../../dsl/index.ts";

/** A set of scaled values as sorted, disjoint, non-adjacent inclusive ranges. An information set is a non-empty one. */
export type ValueSet = readonly Range[];

const emptySet: ValueSet = [];

/** The set that holds one value. */
export function one(value: number): ValueSet {
  return [{ low: value, high: value }];
}

/** The set `low`..`high`, both inclusive; empty when they cross. */
export function between(low: number, high: number): ValueSet {
  return low <= high ? [{ low, high }] : emptySet;
}

/** Ranges in any order, overlapping or adjacent, as a value set. Crossed ranges hold nothing. */
export function normalise(ranges: readonly Range[]): ValueSet {
  const merged: Range[] = [];
  for (const range of ranges.filter((each) => each.low <= each.high).toSorted((a, b) => a.low - b.low)) {
    const last = merged.at(-1);
    if (last !== undefined && range.low <= last.high + 1) {
      merged[merged.length - 1] = { low: last.low, high: Math.max(last.high, range.high) };
    } else {
      merged.push({ low: range.low, high: range.high });
    }
  }
  return merged;
}

export function union(...sets: readonly ValueSet[]): ValueSet {
  return normalise(sets.flat());
}

export function intersect(first: ValueSet, second: ValueSet): ValueSet {
  const shared: Range[] = [];
  for (const a of first) {
    for (const b of second) {
      const low = Math.max(a.low, b.low);
      const high = Math.min(a.high, b.high);
      if (low <= high) shared.push({ low, high });
    }
  }
  return shared;
}

/** What `set` holds and `removed` does not. With a domain as `set`: the complement within it. */
export function subtract(set: ValueSet, removed: ValueSet): ValueSet {
  return removed.reduce<ValueSet>((rest, hole) => rest.flatMap((range) => cutOut(range, hole)), set);
}

function cutOut(range: Range, hole: Range): ValueSet {
  if (hole.high < range.low || range.high < hole.low) return [range];
  return [...between(range.low, hole.low - 1), ...between(hole.high + 1, range.high)];
}

export function complement(set: ValueSet, domain: ValueSet): ValueSet {
  return subtract(domain, set);
}

export function isEmpty(set: ValueSet): boolean {
  return set.length === 0;
}

export function intersects(first: ValueSet, second: ValueSet): boolean {
  return first.some((a) => second.some((b) => a.low <= b.high && b.low <= a.high));
}

export function isSubset(inner: ValueSet, outer: ValueSet): boolean {
  return inner.every((a) => outer.some((b) => b.low <= a.low && a.high <= b.high));
}

export function holds(set: ValueSet, value: number): boolean {
  return set.some((range) => range.low <= value && value <= range.high);
}

/** The only value of the set, or `null` when it holds none or several. */
export function onlyValue(set: ValueSet): number | null {
  const first = set[0];
  return set.length === 1 && first !== undefined && first.low === first.high ? first.low : null;
}

/** The least value; `null` of the empty set. `NONE` is below every other. */
export function lowest(set: ValueSet): number | null {
  return set[0]?.low ?? null;
}

export function highest(set: ValueSet): number | null {
  return set.at(-1)?.high ?? null;
}

/**
 * The smallest interval that holds every value: what conflicting statements of an ordered fact leave possible.
 * `NONE` is no number and stays a value of its own.
 */
export function hull(set: ValueSet): ValueSet {
  const ordered = subtract(set, one(NONE));
  const low = lowest(ordered);
  const high = highest(ordered);
  const interval = low === null || high === null ? emptySet : between(low, high);
  return holds(set, NONE) ? [...one(NONE), ...interval] : interval;
}
