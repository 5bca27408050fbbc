import { HIGHEST, LOWEST, type Range } from "../../../dsl/index.ts";
import { wholeMonthsBetween } from "../calendar.ts";
import { between, type ValueSet } from "../valueSet.ts";
import { monthsOfDays } from "./duration.ts";

/**
 * What is known of when something began and ended: possible first days, possible last days, possible lengths in days (the
 * last day minus the first) and in whole months. Open ends are `LOWEST` and `HIGHEST`.
 */
export interface Period {
  readonly first: Range;
  readonly last: Range;
  readonly days: Range;
  readonly months: Range;
}

const later = (day: number, days: number): number =>
  day <= LOWEST || day >= HIGHEST ? day : days >= HIGHEST ? HIGHEST : day + days;
const earlier = (day: number, days: number): number =>
  day <= LOWEST || day >= HIGHEST ? day : days >= HIGHEST ? LOWEST : day - days;
const apart = (from: number, to: number): number => (from <= LOWEST || to >= HIGHEST ? HIGHEST : to - from);

/** First and last day and days as narrow as the others allow; `null` when they contradict each other. */
export function tightened({ first, last, days, months }: Period): Period | null {
  const ends = {
    low: Math.max(last.low, later(first.low, days.low)),
    high: Math.min(last.high, later(first.high, days.high)),
  };
  const starts = {
    low: Math.max(first.low, earlier(ends.low, days.high)),
    high: Math.min(first.high, earlier(ends.high, days.low)),
  };
  const lengths = {
    low: Math.max(days.low, starts.high >= HIGHEST || ends.low <= LOWEST ? 0 : ends.low - starts.high),
    high: Math.min(days.high, apart(starts.low, ends.high)),
  };
  const fits = [starts, ends, lengths].every(({ low, high }) => low <= high);
  return fits ? { first: starts, last: ends, days: lengths, months } : null;
}

/** How many days of the period may lie in the window: the end of what lies in it minus its beginning. Exact. */
export function daysWithin(period: Period, window: Range): Range {
  const { first, last, days } = period;
  const starts = (...candidates: readonly number[]): readonly number[] =>
    [first.low, first.high, window.low, window.high, ...candidates].map((day) =>
      Math.min(Math.max(day, first.low), first.high),
    );
  const least = starts(earlier(last.low, days.low), earlier(window.low, days.low), earlier(window.high, days.low));
  const most = starts(earlier(last.high, days.high), earlier(window.high, days.high));
  return {
    low: Math.min(...least.map((day) => overlap(day, Math.max(last.low, later(day, days.low)), window))),
    high: Math.max(...most.map((day) => overlap(day, Math.min(last.high, later(day, days.high)), window))),
  };
}

function overlap(first: number, last: number, { low, high }: Range): number {
  return Math.max(0, Math.min(last, high) - Math.max(first, low));
}

/** How many whole months of the period may lie in the window: never too few or too many, where days alone are known wider than exact. */
export function monthsWithin(period: Period, window: Range): Range {
  const days = daysWithin(period, window);
  const surely = monthsAcross(Math.max(period.first.high, window.low), Math.min(period.last.low, window.high));
  const atMost = monthsAcross(Math.max(period.first.low, window.low), Math.min(period.last.high, window.high));
  return {
    low: Math.max(surely, monthsOfDays(days.low).low),
    high: Math.min(atMost, period.months.high, monthsOfDays(days.high).high),
  };
}

function monthsAcross(first: number, last: number): number {
  return first < last && first > LOWEST && last < HIGHEST ? wholeMonthsBetween(first, last) : 0;
}

export function withinWindow(period: Period, window: Range, count: "days" | "months"): ValueSet {
  const { low, high } = count === "days" ? daysWithin(period, window) : monthsWithin(period, window);
  return between(low, high);
}
