import { HIGHEST, type Range } from "../../../dsl/index.ts";
import { holds, type ValueSet } from "../../values/index.ts";

/** Lengths in days, the most ordinary first: whole weeks near the limits, not at them. */
export function ordinaryDaysLong(set: ValueSet): readonly number[] {
  return chosen(set, 7, 42);
}

/** Lengths in whole months. */
export function ordinaryMonthsLong(set: ValueSet): readonly number[] {
  return chosen(set, 1, 3);
}

function chosen(set: ValueSet, grain: number, typical: number): readonly number[] {
  return [...new Set(set.flatMap((range) => within(range, grain, typical)))].filter((length) => holds(set, length));
}

function within({ low, high }: Range, grain: number, typical: number): readonly number[] {
  if (low <= 0 && high >= HIGHEST) return [typical, grain, 0];
  if (high >= HIGHEST) return [up(low + 1, grain), up(low + 1, grain) + grain, low + 1, low];
  if (low <= 0)
    return [down(high - 1, grain), down(high, grain), high - 1, high, 1, 0].filter(
      (length) => length > 0 || high === 0,
    );
  const middle = (low + high) / 2;
  return [down(middle, grain), up(middle, grain), Math.floor(middle), low + 1, high - 1, low, high];
}

const up = (length: number, grain: number): number => Math.ceil(length / grain) * grain;
const down = (length: number, grain: number): number => Math.floor(length / grain) * grain;
