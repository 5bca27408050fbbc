import * as fc from "fast-check";
import type { Expression, Fact, FactType, Guideline, Range, Recommendation, Table, Test } from "../../dsl/index.ts";
import { type Formula, type GuidelineProgram, lower } from "../../engine/ir/index.ts";

/** Thresholds of generated tests lie in 0..most, so that -1..most + 1 stand for every value there is. */
export const most = 4;

const span = { start: 0, end: 0 };
const plain = { wording: null, citation: null, notes: [] };

const facts: readonly Fact[] = [
  ...["pain", "numbness", "weakness"].map((name) => fact(name, { kind: "yes or no" })),
  fact("procedure", { kind: "one of", options: ["none", "injection", "surgery"] }),
  fact("score", { kind: "number", unit: null, decimals: 0 }),
  fact("strength", { kind: "scale", scale: "muscle strength", grades: ["0", "1", "2", "3"] }),
  fact("exercise", { kind: "treatment trial" }),
];

function fact(name: string, type: FactType): Fact {
  return { ...plain, name, key: name, type, askedFor: null, orNone: false, needs: [], span };
}

const ranges: fc.Arbitrary<readonly Range[]> = fc
  .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
  .map(([a, b]) => [{ low: Math.min(a, b), high: Math.max(a, b) }]);

const valueTest: fc.Arbitrary<Test> = fc.record({
  kind: fc.constant("in" as const),
  fact: fc.constantFrom("pain", "numbness", "weakness", "procedure", "score", "strength"),
  part: fc.constant("value" as const),
  ranges,
});

const trialTest: fc.Arbitrary<Test> = fc.record({
  kind: fc.constant("in" as const),
  fact: fc.constant("exercise"),
  part: fc.constantFrom("response" as const, "duration in days" as const),
  ranges,
});

const documentedTest: fc.Arbitrary<Test> = fc.record({
  kind: fc.constant("documented" as const),
  fact: fc.constantFrom("pain", "numbness"),
  as: fc.constantFrom("present" as const, "absent" as const, "not documented" as const),
});

const anyTest = fc.oneof({ arbitrary: valueTest, weight: 6 }, { arbitrary: trialTest, weight: 2 }, documentedTest);

/** Points added up, and tables under every hit policy; all rows of one table rest on plain tests. */
const tables: fc.Arbitrary<readonly Table[]> = fc
  .tuple(
    fc.constantFrom(
      "points added up" as const,
      "first that applies" as const,
      "only one applies" as const,
      "highest that applies" as const,
      "lowest that applies" as const,
    ),
    fc.array(fc.record({ value: fc.integer({ min: -1, max: 3 }), test: anyTest }), { minLength: 1, maxLength: 4 }),
    fc.option(fc.integer({ min: 0, max: 3 })),
  )
  .map(([policy, rows, otherwise]): readonly Table[] => [
    {
      ...plain,
      form: policy === "points added up" ? "score" : "table",
      name: "rating",
      key: "rating",
      type: { kind: "whole number" },
      policy,
      rows: rows.map(({ value, test }) => ({
        ...plain,
        value,
        criterion: { kind: "test", test, span, text: "" },
        span,
      })),
      otherwise: policy === "points added up" ? null : otherwise,
      span,
    },
  ]);

/** Criteria nested to a small depth, each of which may use the definitions named. */
function expression(definitions: readonly string[]): fc.Arbitrary<Expression> {
  const written = { span, text: "" };
  const test = anyTest.map((each): Expression => ({ ...written, kind: "test", test: each }));
  const named = definitions.map((definition) => fc.constant<Expression>({ ...written, kind: "criterion", definition }));
  return fc.letrec<{ node: Expression }>((tie) => {
    const rated = ranges.map((each): Expression => ({ ...written, kind: "table test", table: "rating", ranges: each }));
    const operands = fc.array(tie("node"), { minLength: 1, maxLength: 4 });
    return {
      node: fc.oneof(
        { depthSize: "small", maxDepth: 3 },
        test,
        rated,
        ...named,
        tie("node").map((operand): Expression => ({ ...written, kind: "not", operand })),
        fc
          .record({ kind: fc.constantFrom("all" as const, "any" as const, "none" as const), operands })
          .map((each): Expression => ({ ...written, ...each })),
        fc
          .record({ kind: fc.constantFrom("at least" as const, "exactly" as const), count: fc.nat(4), operands })
          .map((each): Expression => ({ ...written, ...each })),
        fc
          .record({
            criterion: tie("node"),
            waivers: fc.array(tie("node"), { maxLength: 2 }),
            exceptions: fc.array(tie("node"), { maxLength: 1 }),
            requirements: fc.array(
              fc.record({ when: tie("node"), requires: tie("node") }).map((each) => ({ ...plain, ...each })),
              { maxLength: 1 },
            ),
          })
          .map((each): Expression => ({ ...written, ...plain, ...each, kind: "qualified" })),
      ),
    };
  }).node;
}

const recommendation = (kind: Recommendation["kind"]): fc.Arbitrary<Recommendation> =>
  fc
    .record({ criterion: expression(["first", "second"]), limits: fc.array(expression(["first"]), { maxLength: 1 }) })
    .map((each) => ({ ...plain, service: "imaging", kind, ...each, span }));

/** Guidelines of one service, `imaging`, with a table called `rating`. */
export const guidelines: fc.Arbitrary<Guideline> = fc
  .record({
    tables,
    scope: fc.option(expression([]), { freq: 2 }),
    first: expression([]),
    second: expression(["first"]),
    suffices: fc.array(recommendation("if"), { minLength: 1, maxLength: 2 }),
    excludes: fc.array(recommendation("excluded if"), { maxLength: 1 }),
    others: fc.array(
      fc
        .constantFrom(
          "only if" as const,
          "red flag if" as const,
          "limited to" as const,
          "otherwise not addressed" as const,
        )
        .chain(recommendation),
      { maxLength: 1 },
    ),
  })
  .map(({ tables: rating, scope, first, second, suffices, excludes, others }) => ({
    file: "generated.guideline",
    title: "Generated",
    source: null,
    adoptedBy: [],
    effective: { from: null, to: null },
    scope,
    facts,
    lists: [],
    subsets: [],
    codeLists: [],
    calculations: [],
    definitions: Object.entries({ first, second }).map(([key, criterion]) => ({
      ...plain,
      name: key,
      key,
      criterion,
      span,
    })),
    tables: rating,
    services: [{ name: "imaging", key: "imaging", items: [], span }],
    recommendations: [...suffices, ...excludes, ...others],
    assumptions: [],
    acceptances: [],
    examples: [],
    authority: null,
    overlay: null,
    titleSpan: { start: 0, end: 0 },
  }));

/** Lowered guidelines of one service, `imaging`, without assumptions. */
export const programs: fc.Arbitrary<GuidelineProgram> = guidelines.map(lower);

/** The same, with the criterion `first` or its opposite assumed. */
export const programsWithAssumptions: fc.Arbitrary<GuidelineProgram> = fc
  .tuple(programs, fc.boolean())
  .map(([program, always]) => {
    const named: Formula = { kind: "criterion", definition: "first", text: "first", span };
    const never: Formula = { kind: "not", operand: named, text: "never first", span };
    return { ...program, assumptions: [always ? named : never] };
  });

/** A guideline that asks only whether the value of its table lies in some ranges. */
export const ratings: fc.Arbitrary<{ readonly program: GuidelineProgram; readonly ranges: readonly Range[] }> = fc
  .tuple(guidelines, ranges)
  .map(([of, asked]) => {
    const criterion: Expression = { kind: "table test", table: "rating", ranges: asked, text: "rating", span };
    const recommendations: readonly Recommendation[] = [
      { ...plain, service: "imaging", kind: "if", criterion, limits: [], span },
    ];
    const program = lower({ ...of, scope: null, definitions: [], recommendations });
    return { program, ranges: asked };
  });
