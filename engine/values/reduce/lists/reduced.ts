import { HIGHEST, LOWEST, NONE, type Range, type Reduction, type Stretch } from "../../../../dsl/index.ts";
import { addMonths, epochDays, halfMonthsFrom } from "../../calendar.ts";
import type { Case } from "../../case.ts";
import type { Parts } from "../result.ts";
import { between, highest, lowest, normalise, one, onlyValue, union, type ValueSet } from "../../valueSet.ts";
import type { ReadEntry } from "./entries.ts";

/** A list as far as a reduction needs it. */
export interface KnownList {
  readonly entries: readonly ReadEntry[];
  readonly complete: boolean;
  readonly dates: Case["dates"];
  /** Every value the reduced quantity can have. */
  readonly domain: ValueSet;
}

/**
 * The values a list can still be reduced to (semantics.md, Lists): certain entries give the one bound, possible entries the
 * other; a list that is not said to be complete leaves the far end open. Never too narrow; where two entries hang together
 * it may be wider than listing every completion would find.
 */
export function reduced(reduce: Reduction, list: KnownList): ValueSet {
  switch (reduce.kind) {
    case "count":
      return reduce.within === null ? count(list) : most(list, reduce.within);
    case "different":
      return different(list, reduce.field);
    case "field":
      return fieldOf(list, reduce);
    case "since latest":
      return sinceLatest(list, reduce);
  }
}

const certain = (list: KnownList): readonly ReadEntry[] => list.entries.filter(({ member }) => member === "yes");
const possible = (list: KnownList): readonly ReadEntry[] => list.entries.filter(({ member }) => member !== "no");

function count(list: KnownList): ValueSet {
  return between(certain(list).length, list.complete ? possible(list).length : HIGHEST);
}

/** In closed windows: a window begins where an entry may, and takes in what lies, or may lie, no later than its end. */
function most(list: KnownList, { date, amount, unit }: Stretch): ValueSet {
  const end = (start: number): number =>
    unit === "months" || unit === "years"
      ? addMonths(start, amount * (unit === "years" ? 12 : 1))
      : start + amount * (unit === "weeks" ? 7 : 1);
  const surely = certain(list).map((entry) => daysOf(entry, date));
  const maybe = possible(list).map((entry) => daysOf(entry, date));
  const low = Math.max(
    0,
    ...surely.map(({ low: start }) => surely.filter((day) => day.low >= start && day.high <= end(start)).length),
  );
  const high = Math.max(
    0,
    ...maybe
      .flatMap((day) => [day.low, day.high])
      .map((start) => maybe.filter((day) => day.high >= start && day.low <= end(start)).length),
  );
  return between(
    Math.max(low, Math.min(1, surely.length)),
    list.complete ? Math.max(high, Math.min(1, maybe.length)) : HIGHEST,
  );
}

/** The days an entry may be dated. */
function daysOf(entry: ReadEntry, date: string): Range {
  const values = valuesOf(entry, date);
  return {
    low: values === null ? LOWEST : (lowest(values) ?? LOWEST),
    high: values === null ? HIGHEST : (highest(values) ?? HIGHEST),
  };
}

/** `null`: nothing is known of the field. */
function valuesOf(entry: ReadEntry, field: string, part: keyof PartsOf = "value"): ValueSet | null {
  if (!entry.admitted) return null;
  const stated = entry.fields.get(field)?.admitted.flatMap((parts) => parts.get(part) ?? []) ?? [];
  return stated.length === 0 ? null : normalise(stated);
}

type PartsOf = Parts extends ReadonlyMap<infer Key extends string, unknown> ? Record<Key, unknown> : never;

function different(list: KnownList, field: string): ValueSet {
  const sure = certain(list);
  const exact = new Set(sure.map((entry) => onlyOf(valuesOf(entry, field))).filter((value) => value !== null));
  const low = Math.max(exact.size, Math.min(1, sure.length));
  return between(low, list.complete ? mostDifferent(possible(list).map((entry) => valuesOf(entry, field))) : HIGHEST);
}

/** How many entries can have values of their own: a matching of entries to values; an entry of which little is known always can. */
function mostDifferent(entries: readonly (ValueSet | null)[]): number {
  const few = entries.map((values) => (values === null ? null : listed(values)));
  const taken = new Map<number, number>();
  const place = (entry: number, tried: Set<number>): boolean =>
    (few[entry] ?? []).some((value) => {
      if (tried.has(value)) return false;
      tried.add(value);
      const other = taken.get(value);
      if (other !== undefined && !place(other, tried)) return false;
      taken.set(value, entry);
      return true;
    });
  const matched = few.filter((values, entry) => values !== null && place(entry, new Set())).length;
  return matched + few.filter((values) => values === null).length;
}

/** The values one by one; `null` for more than a field of choices has. */
function listed(values: ValueSet): readonly number[] | null {
  const size = values.reduce((sum, { low, high }) => sum + high - low + 1, 0);
  return size > 1_000
    ? null
    : values.flatMap(({ low, high }) => Array.from({ length: high - low + 1 }, (_, index) => low + index));
}

const onlyOf = (values: ValueSet | null): number | null => (values === null ? null : onlyValue(values));

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
  if (!list.complete) return union(none, anything);
  const values = candidates(list, date, of).map((entry) => valuesOf(entry, field, part) ?? anything);
  return union(none, ...values);
}

function sinceLatest(
  list: KnownList,
  { date, anchor, count: unit }: Extract<Reduction, { kind: "since latest" }>,
): ValueSet {
  const none = certain(list).length === 0 ? one(NONE) : [];
  const today = epochDays(list.dates[anchor]) ?? 0;
  const since = (day: number): number =>
    day <= LOWEST ? HIGHEST : day >= HIGHEST ? 0 : unit === "days" ? today - day : halfMonthsBetween(day, today);
  const days = candidates(list, date, "latest").map((entry) => daysOf(entry, date));
  const surely = certain(list).map((entry) => daysOf(entry, date));
  if (days.length === 0 && list.complete) return none;
  const earliest =
    surely.length === 0
      ? list.complete
        ? Math.min(...days.map(({ low }) => low))
        : LOWEST
      : Math.max(...surely.map(({ low }) => low));
  const latest = list.complete ? Math.max(...days.map(({ high }) => high)) : today;
  return union(none, between(since(latest), since(earliest)));
}

/** From a day to a later one, 2k for exactly k calendar months. */
function halfMonthsBetween(from: number, to: number): number {
  return -halfMonthsFrom(to, from);
}
