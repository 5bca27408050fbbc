import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, type Guideline } from "../../dsl/index.ts";
import { type GuidelineProgram, lower } from "../../engine/ir/index.ts";
import { reduceCase } from "../../engine/values/reduce/index.ts";
import { type Case, holds, type StatedValue } from "../../engine/values/index.ts";

/*
 * Two facts held against each other, against the enumeration of all values they may have: what is left open is exactly what
 * enumeration finds; and lists of which entries count by a fact of the case, which are never decided otherwise.
 */

/** How a fact of a type is stated, and the values that leaves possible, in words. */
interface Known {
  readonly stated: StatedValue | null;
  readonly possible: readonly string[];
}

const text = (value: string): StatedValue => ({ kind: "text", text: value });

const choiceOf = (...options: readonly string[]): fc.Arbitrary<Known> =>
  fc.constantFrom<Known>(
    { stated: null, possible: options },
    ...options.map((option) => ({ stated: text(option), possible: [option] })),
  );

const days = Array.from({ length: 5 }, (_, index) => `2024-01-0${index + 1}`);
const day: fc.Arbitrary<Known> = fc.tuple(fc.nat(4), fc.nat(2)).map(([first, more]) => {
  const possible = days.slice(first, first + more + 1);
  return { stated: { kind: "interval", from: possible[0] ?? null, to: possible.at(-1) ?? null }, possible };
});

const kinds: readonly { readonly types: readonly [string, string]; readonly known: readonly fc.Arbitrary<Known>[] }[] =
  [
    {
      types: ["one of L4, L5, S1", "one of S1, C6, L4"],
      known: [choiceOf("L4", "L5", "S1"), choiceOf("S1", "C6", "L4")],
    },
    { types: ["date", "date"], known: [day, day] },
    { types: ["yes or no", "yes or no"], known: [choiceOf("yes", "no"), choiceOf("yes", "no")] },
  ];

describe("two facts held against each other", () => {
  it.each(kinds)("$types", ({ types: [one, other], known: [first, second] }) => {
    const { value, program } = read(
      `fact one: ${one}\nfact other: ${other}\ndefine asked\n  as one is the same as the other\n`,
    );
    fc.assert(
      fc.property(first ?? day, second ?? day, (a, b) => {
        const found = possible(value, program, caseOf({ one: a, other: b }));
        const real = new Set(a.possible.flatMap((left) => b.possible.map((right) => Number(left === right))));
        expect([0, 1].filter((each) => found(each))).toEqual([0, 1].filter((each) => real.has(each)));
      }),
      { numRuns: 200 },
    );
  });
});

/** Without levels, so that eight sites are all there are. */
const joints = ["knee", "shoulder"];
const sides = ["left", "right", "both", "midline"];
const everySite = joints.flatMap((joint) => sides.map((side) => `${side} ${joint}`));
const site: fc.Arbitrary<Known> = fc.constantFrom<Known>(
  { stated: null, possible: everySite },
  ...joints.map((joint) => ({ stated: text(joint), possible: everySite.filter((each) => each.endsWith(joint)) })),
  ...everySite.map((each) => ({ stated: text(each), possible: [each] })),
);

const sidesOf = (each: string): readonly string[] =>
  each.startsWith("both") ? ["left", "right"] : [each.split(" ")[0] ?? ""];
const jointOf = (each: string): string => each.split(" ")[1] ?? "";

describe("two body sites held against each other", () => {
  it.each<[string, (one: string, other: string) => boolean]>([
    ["is the same as", (one, other) => one === other],
    ["is in the same region as", (one, other) => jointOf(one) === jointOf(other)],
    ["is on the same side as", (one, other) => sidesOf(one).some((side) => sidesOf(other).includes(side))],
  ])("%s", (words, alike) => {
    const { value, program } = read(
      `fact one: body site in knee, shoulder\nfact other: body site in shoulder, knee\ndefine asked\n  as one ${words} the other\n`,
    );
    fc.assert(
      fc.property(site, site, (a, b) => {
        const found = possible(value, program, caseOf({ one: a, other: b }));
        const real = new Set(a.possible.flatMap((left) => b.possible.map((right) => Number(alike(left, right)))));
        expect([0, 1].filter((each) => found(each))).toEqual([0, 1].filter((each) => real.has(each)));
      }),
      { numRuns: 200 },
    );
  });
});

const regions = ["cervical", "lumbar"] as const;

describe("entries that count by a fact of the case", () => {
  const { value, program } = read(
    `fact asked region: one of cervical, lumbar
fact session: list, each with
  region: one of cervical, lumbar
define asked
  as at least 2 session where it is in the asked region
`,
  );
  it("are counted as every completion would", () => {
    const known = choiceOf(...regions);
    fc.assert(
      fc.property(known, fc.array(known, { maxLength: 4 }), (asked, entries) => {
        const found = possible(value, program, caseOf({ "asked region": asked }, entries));
        const lists = entries.reduce<readonly (readonly string[])[]>(
          (all, entry) => all.flatMap((list) => entry.possible.map((region) => [...list, region])),
          [[]],
        );
        const counts = asked.possible.flatMap((region) =>
          lists.map((list) => list.filter((each) => each === region).length),
        );
        expect(counts.filter((count) => !found(count))).toEqual([]);
        const beyond = asked.possible.length === 1 ? Math.max(...counts) + 1 : entries.length + 1;
        expect(found(beyond)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

function read(declarations: string): { readonly value: Guideline; readonly program: GuidelineProgram } {
  const { value, diagnostics } = analyse({
    name: "t.guideline",
    text: `guideline "T"\n  source "S", page 1\n${declarations}`,
  });
  expect(diagnostics).toEqual([]);
  return { value, program: lower(value) };
}

function possible(guideline: Guideline, program: GuidelineProgram, of: Case): (value: number) => boolean {
  const request = { service: "x", code: null, askedFor: [], administrator: null, decision: null, expect: null };
  const { value } = reduceCase(guideline, program, of, request);
  const sets = value.quantities.get(program.quantities[0]?.id ?? "")?.values ?? [];
  return (each) => holds(sets, each);
}

function caseOf(facts: Readonly<Record<string, Known>>, sessions: readonly Known[] = []): Case {
  return {
    id: "case",
    title: "case",
    summary: [],
    review: { reviewer: null, statement: [] },
    dates: { "request date": "2024-01-12", "service date": "2024-01-12" },
    documents: [],
    facts: Object.entries(facts).map(([fact, { stated }]) => ({
      fact,
      statements: stated === null ? [] : [{ value: stated, evidence: null }],
      asked: false,
      remark: null,
    })),
    lists: [
      {
        list: "session",
        complete: true,
        entries: sessions.map(({ stated }) => ({
          fields: stated === null ? [] : [{ field: "region", value: stated }],
          evidence: null,
        })),
      },
    ],
    requests: [],
  };
}
