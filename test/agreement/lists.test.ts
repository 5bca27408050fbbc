import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../dsl/index.ts";
import { lower } from "../../engine/ir/index.ts";
import type { Case, CaseEntry } from "../../engine/values/index.ts";
import { holds, type ValueSet } from "../../engine/values/index.ts";
import { reduceList } from "../../engine/values/reduce/lists/index.ts";

/*
 * Every construct over lists against the enumeration of raw lists: up to three known entries with an open kind or date, up
 * to two more that the case does not name unless it says the list is complete, on a calendar of twelve days. What
 * enumeration finds must never lie outside what the reduction leaves possible.
 */

interface Raw {
  readonly kind: "a" | "b";
  readonly day: number;
}

interface Known {
  readonly kinds: readonly Raw["kind"][];
  readonly days: readonly number[];
}

const days = Array.from({ length: 12 }, (_, index) => index + 1);
const kinds = ["a", "b"] as const;
const requestDay = 12;
const none = Number.MIN_SAFE_INTEGER;

const ofKindA = (list: readonly Raw[]): readonly Raw[] => list.filter(({ kind }) => kind === "a");
const latest = (list: readonly Raw[]): number => Math.max(...list.map(({ day }) => day));

/** Phrases and what they reduce a raw list to; several values where entries of one day compete. */
const constructs: readonly { readonly phrase: string; readonly values: (list: readonly Raw[]) => readonly number[] }[] =
  [
    { phrase: "at least 2 shots", values: (list) => [list.length] },
    { phrase: "any shot where its kind is a", values: (list) => [ofKindA(list).length] },
    { phrase: "every shot where its kind is a", values: (list) => [list.length - ofKindA(list).length] },
    {
      phrase: "no shot where its date before 2024-01-05",
      values: (list) => [list.filter(({ day }) => day < 5).length],
    },
    { phrase: "at least 2 different kinds of shot", values: (list) => [new Set(list.map(({ kind }) => kind)).size] },
    {
      phrase: "no more than 2 shots in any 3 days",
      values: (list) => [
        Math.max(0, ...list.map(({ day }) => list.filter((other) => other.day >= day && other.day <= day + 3).length)),
      ],
    },
    {
      phrase: "kind of the latest shot is a",
      values: (list) =>
        list.length === 0
          ? [none]
          : list.filter(({ day }) => day === latest(list)).map(({ kind }) => kinds.indexOf(kind)),
    },
    {
      phrase: "at least 3 days since the latest shot, if any",
      values: (list) => (list.length === 0 ? [none] : [requestDay - latest(list)]),
    },
    {
      phrase: "at least 3 days since the latest shot, if any, where its kind is a",
      values: (list) => (ofKindA(list).length === 0 ? [none] : [requestDay - latest(ofKindA(list))]),
    },
  ];

const known: fc.Arbitrary<Known> = fc.record({
  kinds: fc.subarray([...kinds], { minLength: 1 }),
  days: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 0, 1))
    .map(([first, more]) => days.filter((day) => day >= first && day <= first + more)),
});

const list = fc.record({ entries: fc.array(known, { maxLength: 3 }), complete: fc.boolean() });

describe("lists against the enumeration of raw lists", () => {
  it.each(constructs)("$phrase", ({ phrase, values }) => {
    const reduce = reducer(phrase);
    fc.assert(
      fc.property(list, ({ entries, complete }) => {
        const possible = reduce(entries, complete);
        const outside = completions(entries, complete)
          .flatMap(values)
          .filter((value) => !holds(possible, value));
        expect(outside).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function reducer(phrase: string): (entries: readonly Known[], complete: boolean) => ValueSet {
  const text = `guideline "T"\n  source "S", page 1\nfact shot: list, each with\n  kind: one of a, b\n  date: date\ndefine asked\n  as ${phrase}\n`;
  const { value, diagnostics } = analyse({ name: "t.guideline", text });
  expect(diagnostics).toEqual([]);
  const program = lower(value);
  const reduction = program.reductions[0];
  const quantity = program.quantities[0];
  if (reduction === undefined || quantity === undefined) throw new Error(`No reduction in ${phrase}`);
  return (entries, complete) => reduceList(reduction, quantity, caseOf(entries, complete)).information.values;
}

function caseOf(entries: readonly Known[], complete: boolean): Case {
  return {
    id: "case",
    title: "case",
    summary: [],
    review: { reviewer: null, statement: [] },
    dates: { "request date": "2024-01-12", "service date": "2024-01-12" },
    documents: [],
    facts: [],
    lists: [{ list: "shot", complete, entries: entries.map(entryOf) }],
    requests: [],
  };
}

const date = (day: number): string => `2024-01-${String(day).padStart(2, "0")}`;

function entryOf(entry: Known): CaseEntry {
  const [kind, other] = entry.kinds;
  const [first = 1, last = first] = entry.days;
  return {
    fields: [
      ...(kind !== undefined && other === undefined
        ? [{ field: "kind", value: { kind: "text", text: kind } as const }]
        : []),
      { field: "date", value: { kind: "interval", from: date(first), to: date(last) } as const },
    ],
    evidence: null,
  };
}

function completions(entries: readonly Known[], complete: boolean): readonly (readonly Raw[])[] {
  const named = entries.reduce<readonly (readonly Raw[])[]>(
    (lists, entry) => lists.flatMap((raw) => choices(entry).map((choice) => [...raw, choice])),
    [[]],
  );
  if (complete) return named;
  const anything = kinds.flatMap((kind) => days.map((day) => ({ kind, day })));
  const hidden: readonly (readonly Raw[])[] = [
    [],
    ...anything.map((raw) => [raw]),
    ...anything.flatMap((raw) => anything.map((other) => [raw, other])),
  ];
  return named.flatMap((raw) => hidden.map((more) => [...raw, ...more]));
}

const choices = ({ kinds: open, days: when }: Known): readonly Raw[] =>
  open.flatMap((kind) => when.map((day) => ({ kind, day })));
