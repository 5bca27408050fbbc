import { HIGHEST, LOWEST, NONE, type Range, type Reduction } from "../../../../dsl/index.ts";
import { epochDays, halfMonthsFrom } from "../../calendar.ts";
import { between, one, union, type ValueSet } from "../../valueSet.ts";
import { changeBetween } from "./change.ts";
import { count, different } from "./counts.ts";
import type { ReadEntry } from "./entries.ts";
import { certain, daysOf, type KnownList, possible, valuesOf } from "./known.ts";
import { longestRun } from "./runs.ts";

/**
 * The values a list can still be reduced to (semantics.md, Lists): certain entries give the one bound, possible entries the
 * other; a list that is not said to be complete leaves the far end open. Never too narrow; where two entries hang together
 * it may be wider than listing every completion would find.
 */
export function reduced(reduce: Reduction, list: KnownList): ValueSet {
  switch (reduce.kind) {
    case "count":
      return count(list, reduce);
    case "different":
      return different(list, reduce.field);
    case "longest run":
      return longestRun(list, reduce);
    case "field":
      return fieldOf(list, reduce);
    case "since latest":
      return sinceLatest(list, reduce);
    case "change":
      return change(list, reduce);
  }
}

/** Those that may be the latest, or earliest: none certain lies surely beyond them. */
function candidates(list: KnownList, date: string, of: "latest" | "earliest"): readonly ReadEntry[] {
  const sure = certain(list).map((entry) => daysOf(entry, date));
  return possible(list).filter((entry) => {
    const own = daysOf(entry, date);
    return of === "latest" ? sure.every((day) => day.low <= own.high) : sure.every((day) => day.high >= own.low);
  });
}

function fieldOf(list: KnownList, { of, date, field, part }: Extract<Reduction, { kind: "field" }>): ValueSet {
  const none = certain(list).length === 0 ? one(NONE) : [];
  const anything = list.domain.filter(({ low }) => low !== NONE);
  if (field === date) {
    const day = dayOf(list, date, of);
    return day === null ? none : union(none, between(day.low, day.high));
  }
  if (!list.complete) return union(none, anything);
  const values = candidates(list, date, of).map((entry) => valuesOf(entry, field, part) ?? anything);
  return union(none, ...values);
}

/** An entry more may be the latest, or the earliest. */
function change(list: KnownList, reduce: Extract<Reduction, { kind: "change" }>): ValueSet {
  if (!list.complete) return list.domain.filter(({ low }) => low !== NONE || certain(list).length < 2);
  const entries = possible(list).map((entry) => ({
    days: daysOf(entry, reduce.date),
    values: valuesOf(entry, reduce.field) ?? [],
    certain: entry.member === "yes",
  }));
  return changeBetween(entries, reduce);
}

/** The day of the latest or earliest entry; `null` when there surely is none. Entries that the case does not name lie no later than its request. */
function dayOf(list: KnownList, date: string, of: "latest" | "earliest"): Range | null {
  const days = candidates(list, date, of).map((entry) => daysOf(entry, date));
  const surely = certain(list).map((entry) => daysOf(entry, date));
  const lows = days.map(({ low }) => low);
  const highs = days.map(({ high }) => high);
  if (days.length === 0 && list.complete) return null;
  if (of === "latest") {
    const today = epochDays(list.dates["request date"]) ?? HIGHEST;
    const least = list.complete ? Math.min(...lows) : LOWEST;
    return {
      low: surely.length === 0 ? least : Math.max(...surely.map(({ low }) => low)),
      high: list.complete ? Math.max(...highs) : Math.max(today, ...highs),
    };
  }
  const most = list.complete ? Math.max(...highs) : HIGHEST;
  return {
    low: list.complete ? Math.min(...lows) : LOWEST,
    high: surely.length === 0 ? most : Math.min(...surely.map(({ high }) => high)),
  };
}

function sinceLatest(
  list: KnownList,
  { date, anchor, count: unit }: Extract<Reduction, { kind: "since latest" }>,
): ValueSet {
  const none = certain(list).length === 0 ? one(NONE) : [];
  const today = epochDays(list.dates[anchor]) ?? 0;
  const least = isAhead(list, date, today) ? LOWEST : 0;
  const since = (day: number): number =>
    day <= LOWEST ? HIGHEST : day >= HIGHEST ? least : unit === "days" ? today - day : halfMonthsBetween(day, today);
  const latest = dayOf(list, date, "latest");
  return latest === null ? none : union(none, between(since(latest.high), since(latest.low)));
}

/** Whether an entry is, or may by the date it has be, later than a day: one without a date is taken not to be. */
function isAhead(list: KnownList, date: string, day: number): boolean {
  const days = possible(list).map((entry) => daysOf(entry, date));
  return days.some(({ low, high }) => low > day || (high > day && high < HIGHEST));
}

/** From a day to a later one, 2k for exactly k calendar months. */
function halfMonthsBetween(from: number, to: number): number {
  return -halfMonthsFrom(to, from);
}
