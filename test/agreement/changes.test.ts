import * as fc from "fast-check";
import { expect, it } from "vitest";
import { NONE, type Reduction } from "../../dsl/index.ts";
import { holds } from "../../engine/values/index.ts";
import { changeBetween } from "../../engine/values/reduce/lists/index.ts";

/*
 * How far a field fell between two entries of a list, against the enumeration of what the entries may have been: up to three
 * of them on five days, each counting or perhaps not. What enumeration finds never lies outside what is left possible.
 */

interface Known {
  readonly days: readonly number[];
  readonly values: readonly number[];
  readonly certain: boolean;
}

interface Entry {
  readonly day: number;
  readonly value: number;
}

type Change = Extract<Reduction, { kind: "change" }>;

const stretch = (min: number, max: number): fc.Arbitrary<readonly number[]> =>
  fc
    .tuple(fc.integer({ min, max }), fc.constantFrom(0, 0, 1))
    .map(([low, more]) => Array.from({ length: more + 1 }, (_, index) => low + index));

const known: fc.Arbitrary<Known> = fc.record({
  days: stretch(1, 5),
  values: stretch(1, 6),
  certain: fc.boolean(),
});

/** Every list the entries may be. */
function worlds([first, ...rest]: readonly Known[]): readonly (readonly Entry[])[] {
  if (first === undefined) return [[]];
  const others = worlds(rest);
  const own = first.days.flatMap((day) => first.values.map((value) => ({ day, value })));
  const counting = own.flatMap((entry) => others.map((other) => [entry, ...other]));
  return first.certain ? counting : [...counting, ...others];
}

/** All that the fall may be said to be; several where entries of one day compete. */
function falls(entries: readonly Entry[], since: Change["since"]): readonly number[] {
  if (entries.length < 2) return [NONE];
  const latest = Math.max(...entries.map(({ day }) => day));
  return entries
    .filter(({ day }) => day === latest)
    .flatMap((later) => {
      const others = entries.filter((entry) => entry !== later);
      const days = others.map(({ day }) => day);
      const wanted = since === "earliest" ? Math.min(...days) : Math.max(...days);
      return others.filter(({ day }) => day === wanted).map((earlier) => 2 * (earlier.value - later.value));
    });
}

it.each(["earliest", "previous"] as const)("since the %s entry", (since) => {
  const reduce: Change = { kind: "change", date: "date", field: "pain", since, way: "fell", measure: "amount" };
  fc.assert(
    fc.property(fc.array(known, { maxLength: 3 }), (list) => {
      const entries = list.map(({ days, values, certain }) => ({ days: ends(days), values: [ends(values)], certain }));
      const left = changeBetween(entries, reduce);
      const found = new Set(worlds(list).flatMap((world) => falls(world, since)));
      expect([...found].filter((fall) => !holds(left, fall))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const ends = (values: readonly number[]) => ({ low: values[0] ?? 0, high: values.at(-1) ?? 0 });
