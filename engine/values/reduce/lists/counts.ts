import { HIGHEST, type Range, type Reduction, type Stretch } from "../../../../dsl/index.ts";
import { addMonths, epochDays } from "../../calendar.ts";
import { between, intersects, onlyValue, type ValueSet } from "../../valueSet.ts";
import type { ReadEntry } from "./entries.ts";
import { certain, daysOf, type KnownList, possible, valuesOf } from "./known.ts";

/** How many entries there are, or the most there are in any stretch of a length; `thisOne` is one more, on the service date. */
export function count(list: KnownList, { within, thisOne }: Extract<Reduction, { kind: "count" }>): ValueSet {
  if (within !== null) return most(list, within, thisOne);
  const more = thisOne ? 1 : 0;
  const [low, high] = [fewestApart(certain(list), list.countedOnce), mostApart(possible(list), list.countedOnce)];
  return between(low + more, list.complete ? high + more : HIGHEST);
}

/** An entry, or the service asked for, with the days it may fall on. */
interface Dated {
  readonly day: Range;
  readonly entry: ReadEntry | null;
}

/** In closed windows: a window begins where an entry may, and takes in what lies, or may lie, no later than its end. */
function most(list: KnownList, stretch: Stretch, thisOne: boolean): ValueSet {
  const dated = (entries: readonly ReadEntry[]): readonly Dated[] => [
    ...entries.map((entry) => ({ entry, day: daysOf(entry, stretch.date) })),
    ...(thisOne ? asked(list) : []),
  ];
  const [surely, maybe] = [dated(certain(list)), dated(possible(list))];
  const low = surely.map(({ day: { low: start } }) =>
    fewest(
      list,
      surely.filter(({ day }) => day.low >= start && day.high <= endOf(start, stretch)),
    ),
  );
  const high = maybe
    .flatMap(({ day }) => [day.low, day.high])
    .map((start) =>
      highestCount(
        list,
        maybe.filter(({ day }) => day.high >= start && day.low <= endOf(start, stretch)),
      ),
    );
  const least = Math.max(Math.min(1, surely.length), ...low);
  return between(least, list.complete ? Math.max(Math.min(1, maybe.length), ...high) : HIGHEST);
}

function asked({ dates }: KnownList): readonly Dated[] {
  const day = epochDays(dates["service date"]);
  return day === null ? [] : [{ entry: null, day: { low: day, high: day } }];
}

function endOf(start: number, { amount, unit }: Stretch): number {
  if (unit === "days" || unit === "weeks") return start + amount * (unit === "weeks" ? 7 : 1);
  return Math.abs(start) >= HIGHEST ? start : addMonths(start, amount * (unit === "years" ? 12 : 1));
}

const entriesOf = (dated: readonly Dated[]): readonly ReadEntry[] => dated.flatMap(({ entry }) => entry ?? []);
const askedIn = (dated: readonly Dated[]): number => dated.filter(({ entry }) => entry === null).length;

const fewest = ({ countedOnce }: KnownList, dated: readonly Dated[]): number =>
  fewestApart(entriesOf(dated), countedOnce) + askedIn(dated);
const highestCount = ({ countedOnce }: KnownList, dated: readonly Dated[]): number =>
  mostApart(entriesOf(dated), countedOnce) + askedIn(dated);

/** At least as many as there are entries of which no two can be alike in the fields; without fields, all of them. */
function fewestApart(entries: readonly ReadEntry[], fields: readonly string[]): number {
  if (fields.length === 0) return entries.length;
  const apart: ReadEntry[] = [];
  for (const entry of entries)
    if (apart.every((other) => fields.some((field) => cannotAgree(entry, other, field)))) apart.push(entry);
  return apart.length;
}

function cannotAgree(first: ReadEntry, second: ReadEntry, field: string): boolean {
  const [a, b] = [valuesOf(first, field), valuesOf(second, field)];
  return a !== null && b !== null && !intersects(a, b);
}

/** At most as many as there are entries, those that are surely alike in the fields counted once. */
function mostApart(entries: readonly ReadEntry[], fields: readonly string[]): number {
  if (fields.length === 0) return entries.length;
  const known = entries.map((entry) => fields.map((field) => onlyOf(valuesOf(entry, field))));
  const settled = known.filter((values) => values.every((value) => value !== null));
  return new Set(settled.map(String)).size + (entries.length - settled.length);
}

/** How many different values of a field the entries have. */
export function different(list: KnownList, field: string): ValueSet {
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
