import * as fc from "fast-check";
import { type Criterion, questionsOf } from "./criteria.ts";
import type { Asking, Phrase, World } from "./question.ts";

export const policies = [
  "first that applies",
  "only one applies",
  "highest that applies",
  "lowest that applies",
] as const;
export type Policy = (typeof policies)[number];

interface Row {
  readonly value: number;
  readonly criterion: Criterion;
}

/** What a table gives in a world; `null`: no value. */
type ValueIn = (world: World) => number | null;

function rowsOf(leaves: fc.Arbitrary<Criterion>, least: number): fc.Arbitrary<readonly Row[]> {
  return fc.array(fc.record({ value: fc.integer({ min: least, max: 4 }), criterion: leaves }), {
    minLength: 2,
    maxLength: 4,
  });
}

function phrasesOn(declared: string, rows: readonly Row[], valueIn: ValueIn): readonly Phrase[] {
  const phrases = rows.flatMap(({ criterion }) => criterion.phrases);
  const asks = (text: string, isSo: (value: number) => boolean): Phrase => ({
    text: `rating ${text}`,
    rests: questionsOf(phrases),
    declared: [...phrases.flatMap((each) => each.declared), declared],
    isSo: (world) => {
      const value = valueIn(world);
      return value !== null && isSo(value);
    },
  });
  return [
    asks("at least 2", (value) => value >= 2),
    asks("below 3", (value) => value < 3),
    asks("from 1 to 3", (value) => value >= 1 && value <= 3),
    asks("is 2", (value) => value === 2),
    asks("is not 1", (value) => value !== 1),
  ];
}

/** Points of the rows that are met, added up; half points and negative ones too. */
export function scored(leaves: fc.Arbitrary<Criterion>): fc.Arbitrary<readonly Phrase[]> {
  return rowsOf(leaves, -2).map((all) => {
    const rows = all.map(({ value, criterion }, at) => ({ criterion, value: at === 0 ? value + 0.5 : value }));
    const declared = ["score rating", ...rows.map(({ value, criterion: { text } }) => `  - ${value} if ${text}`)];
    return phrasesOn(declared.join("\n"), rows, (world) =>
      rows.reduce((sum, { value, criterion }) => sum + (criterion.isSo(world) ? value : 0), 0),
    );
  });
}

/** The value of the row that counts, else what stands under `otherwise`, if anything does. */
export function tabled(policy: Policy, leaves: fc.Arbitrary<Criterion>): fc.Arbitrary<readonly Phrase[]> {
  return fc.tuple(rowsOf(leaves, 0), fc.option(fc.nat(4))).map(([rows, otherwise]) => {
    const last = otherwise === null ? [] : [`  - ${otherwise} otherwise`];
    const lines = rows.map(({ value, criterion: { text } }) => `  - ${value} if ${text}`);
    const declared = ["table rating: whole number", `  ${policy}`, ...lines, ...last].join("\n");
    return phrasesOn(declared, rows, (world) => valueOf(policy, met(rows, world), otherwise));
  });
}

const met = (rows: readonly Row[], world: World): readonly number[] =>
  rows.filter(({ criterion }) => criterion.isSo(world)).map(({ value }) => value);

function valueOf(policy: Policy, values: readonly number[], otherwise: number | null): number | null {
  const [first, ...others] = values;
  if (first === undefined) return otherwise;
  switch (policy) {
    case "first that applies":
      return first;
    case "only one applies":
      return others.length === 0 ? first : null;
    case "highest that applies":
      return Math.max(...values);
    case "lowest that applies":
      return Math.min(...values);
  }
}

/** A length of time by rows, in days, and a date held against it: `before` gives how many days a date lies before the request. */
export function scheduled(
  date: Asking<string>,
  before: (iso: string) => number,
  leaves: fc.Arbitrary<Criterion>,
): fc.Arbitrary<readonly Phrase[]> {
  return rowsOf(leaves, 1).map((rows) => {
    const lines = rows.map(({ value, criterion: { text } }) => `  - ${value * 2} weeks if ${text}`);
    const declared = ["schedule recheck", "  first that applies", ...lines, "  - 31 days otherwise"].join("\n");
    const phrases = rows.flatMap(({ criterion }) => criterion.phrases);
    const length = (world: World): number => 14 * (met(rows, world)[0] ?? 31 / 14);
    const asks = (text: string, isSo: (ago: number, within: number) => boolean): Phrase => ({
      text: `${date.name} ${text}`,
      rests: [...questionsOf(phrases), date],
      declared: [...phrases.flatMap((each) => each.declared), declared],
      isSo: (world) => isSo(before(date.valueIn(world)), Math.round(length(world))),
    });
    return [
      asks("at least the recheck before request date", (ago, within) => ago >= within),
      asks("within the recheck before request date", (ago, within) => ago >= 0 && ago <= within),
    ];
  });
}
