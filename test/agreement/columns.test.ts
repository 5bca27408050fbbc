import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIGHEST, LOWEST, NONE } from "../../dsl/index.ts";
import { ColumnAnswers, type Columns, hasRow } from "../../engine/evaluate/columns/index.ts";
import { closures, interpret, type Known, type Verdict, verdictOf } from "../../engine/evaluate/index.ts";
import { type GuidelineProgram, rootsOf, settledOutcomes } from "../../engine/ir/index.ts";
import { columnBuilder, informationAt } from "../../engine/values/cohort/index.ts";
import { intersect, normalise, type ValueSet } from "../../engine/values/index.ts";
import { shares } from "../support/index.ts";
import { knownFor } from "./cases.ts";
import { columnsOf } from "./cohort.ts";
import { programs, programsWithAssumptions } from "./guidelines.ts";

function answersOf(program: GuidelineProgram, columns: Columns): ColumnAnswers {
  const { value } = closures.compile(program);
  if (value === null) throw new Error("A generated guideline is small");
  return new ColumnAnswers(value.diagrams.rails, columns);
}

/** Every criterion and outcome of every row is what the interpreter says of its case. */
function checkRows(program: GuidelineProgram, cases: readonly Known[]): void {
  const meaning = interpret(program);
  const columns = answersOf(program, columnsOf(program, cases));
  const criteria = rootsOf(program);
  const verdicts = columns
    .answers(criteria)
    .map(({ canMeet, canFail }) =>
      cases.map((_, row): Verdict => verdictOf(hasRow(canMeet, row), hasRow(canFail, row))),
    );
  expect(verdicts).toEqual(criteria.map((criterion) => cases.map((known) => meaning.answer(criterion, known))));
  const outcomes = columns.outcomes("imaging");
  const possible = cases.map((_, row) =>
    settledOutcomes.filter((outcome) => hasRow(outcomes.get(outcome) ?? new Int32Array(0), row)),
  );
  expect(possible).toEqual(cases.map((known) => meaning.outcomes("imaging", known)));
}

/** Cases that leave some quantity nothing possible are contradictory. */
function withEmpty(program: GuidelineProgram, known: Known, at: number | null): Known {
  const quantity = at === null ? undefined : program.quantities[at % program.quantities.length];
  if (quantity === undefined) return known;
  return { quantities: new Map(known.quantities).set(quantity.id, { values: [], reason: "conflicting" }) };
}

const cohorts = (guidelines: fc.Arbitrary<GuidelineProgram>) =>
  guidelines.chain((program) =>
    fc
      .array(fc.tuple(knownFor(program), fc.option(fc.nat(), { freq: 12 })), {
        minLength: 1,
        maxLength: 70,
        size: "max",
      })
      .map((cases) => [program, cases.map(([known, at]) => withEmpty(program, known, at))] as const),
  );

for (const [what, guidelines] of [
  ["guidelines", programs],
  ["guidelines with assumptions", programsWithAssumptions],
] as const) {
  test.each(shares(4))(`columns answer as the interpreter does: ${what}, %s`, () => {
    fc.assert(
      fc.property(cohorts(guidelines), ([program, cases]) => checkRows(program, cases)),
      { numRuns: 12 },
    );
  });
}

test("columns answer alike in every chunk of a long cohort", () => {
  const [sample] = fc.sample(cohorts(programs), { numRuns: 1, seed: 7 });
  const [program, cases] = sample ?? [];
  if (program === undefined || cases === undefined) throw new Error("A sample has one value");
  const rows = 10_000;
  const long = Array.from({ length: rows }, (_, row) => cases[row % cases.length] ?? { quantities: new Map() });
  const few = answersOf(program, columnsOf(program, cases)).outcomes("imaging");
  const many = answersOf(program, columnsOf(program, long)).outcomes("imaging");
  for (const outcome of settledOutcomes) {
    const [one, all] = [few.get(outcome), many.get(outcome)].map((bitmap) => bitmap ?? new Int32Array(0));
    const wanted = Array.from({ length: rows }, (_, row) => hasRow(one ?? new Int32Array(0), row % cases.length));
    expect(wanted.map((_, row) => hasRow(all ?? new Int32Array(0), row))).toEqual(wanted);
  }
});

describe("a column holds what was put into it", () => {
  const ends = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(
      LOWEST,
      HIGHEST,
      2 ** 30 - 2,
      2 ** 30 - 1,
      2 ** 31,
      -(2 ** 30) + 1,
      -(2 ** 30),
      -(2 ** 40),
      2 ** 40,
    ),
  );
  const ordered: fc.Arbitrary<ValueSet> = fc
    .array(fc.tuple(ends, ends), { minLength: 1, maxLength: 3 })
    .map((pairs) => normalise(pairs.map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))));
  const orNone = fc
    .tuple(ordered, fc.boolean())
    .map(([values, none]) => (none ? [{ low: NONE, high: NONE }, ...values] : values));
  const domains: readonly ValueSet[] = [
    [{ low: 0, high: 1 }],
    [
      { low: NONE, high: NONE },
      { low: 0, high: 1 },
    ],
    [{ low: 0, high: 7 }],
    [
      { low: NONE, high: NONE },
      { low: 0, high: 11 },
    ],
    [{ low: 0, high: 30 }],
    [{ low: 0, high: 31 }],
    [{ low: 0, high: HIGHEST }],
    [{ low: LOWEST, high: HIGHEST }],
    [
      { low: NONE, high: NONE },
      { low: LOWEST, high: HIGHEST },
    ],
    [
      { low: NONE, high: NONE },
      { low: 0, high: HIGHEST },
    ],
    [
      { low: 0, high: 3 },
      { low: 10, high: 60 },
    ],
  ];

  test.each(domains.map((domain) => [JSON.stringify(domain), domain] as const))("%s", (_, domain) => {
    fc.assert(
      fc.property(fc.array(orNone, { maxLength: 40, size: "max" }), (sets) => {
        const builder = columnBuilder(domain);
        for (const values of sets) builder.push(builder.held({ values, reason: "imprecise" }));
        const column = builder.finish();
        expect(sets.map((_values, row) => informationAt(column, row))).toEqual(
          sets.map((values) => ({ values: intersect(values, domain), reason: "imprecise" })),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each(domains.map((domain) => [JSON.stringify(domain), domain] as const))(
    "and tests it exactly: %s",
    (_, domain) => {
      fc.assert(
        fc.property(
          fc.array(orNone, { minLength: 1, maxLength: 70, size: "max" }),
          orNone,
          orNone,
          (sets, low, other) => {
            const values = intersect(normalise([...low, ...other]), domain);
            const program = testing(domain, values);
            checkRows(
              program,
              sets.map((set) => ({ quantities: new Map([["q", { values: set, reason: null }]]) })),
            );
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

/** A guideline that asks one thing of one quantity. */
function testing(domain: ValueSet, values: ValueSet): GuidelineProgram {
  const origin = { text: "q", span: { start: 0, end: 0 } };
  const always = { ...origin, kind: "constant", value: true } as const;
  const asked = { ...origin, kind: "test", quantity: "q", values } as const;
  const never = { ...always, value: false };
  return {
    title: "Generated",
    file: "generated.guideline",
    effective: { from: null, to: null },
    quantities: [{ id: "q", fact: "q", part: "value", type: { kind: "whole number" }, domain }],
    reductions: [],
    comparisons: [],
    calculations: [],
    scope: always,
    services: [
      { service: "imaging", addressed: always, criteria: asked, within: always, exclusion: never, limits: [] },
    ],
    criteria: new Map([["asked", asked]]),
    tables: new Map(),
    assumptions: [],
  };
}
