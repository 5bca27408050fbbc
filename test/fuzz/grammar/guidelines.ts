import * as fc from "fast-check";
import { type Below, below, criterion, led, whole, type Written } from "./criteria.ts";
import { type Subject, subjects } from "./subjects.ts";

/** One declaration, its lines from the margin, and the declarations it needs. */
interface Declared {
  readonly declared: readonly string[];
  readonly lines: readonly string[];
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
const declaredBy = (all: readonly { readonly declared: readonly string[] }[]): readonly string[] =>
  all.flatMap(({ declared }) => declared);

function declaration(head: readonly string[], parts: readonly Written[], under: readonly Below[]): Declared {
  return {
    declared: [...declaredBy(parts), ...declaredBy(under)],
    lines: [...head, ...indented(under.flatMap(({ lines }) => lines))],
  };
}

const relation = fc.constantFrom("if", "if", "if", "only if", "red flag if", "excluded if", "limited to");

/** `limited to` hangs only below an `if`; what excludes is not waived. */
function fitting(kind: string, under: readonly Below[]): readonly Below[] {
  return rulesOut(kind) ? under.filter(({ waives }) => !waives) : under;
}

const asked = "types of unit at most 2 AND use is sleep";
const limit = fc.constantFrom<readonly string[]>(
  [],
  [],
  [`limited to ${asked}`],
  ["limited to any of", "  - use is sleep", "  - types of unit is 1"],
);

const rulesOut = (kind: string): boolean => kind === "excluded if" || kind === "limited to";

const recommendation = relation
  .chain((kind) => fc.tuple(fc.constant(kind), rulesOut(kind) ? criterion : whole, below, limit))
  .map(([kind, said, under, limits]) => {
    const { declared, lines } = declaration(led(`imaging ${kind}`, said.said), [said], fitting(kind, under));
    return { declared, lines: kind === "if" ? [...lines, ...indented(limits)] : lines };
  });

const plain = fc
  .constantFrom(
    "injection of the neck is covered",
    "injection of the neck is not covered",
    "injection of the neck otherwise not addressed",
    "imaging otherwise not addressed",
  )
  .map((line): Declared => ({ declared: [], lines: [line, "  cite page 9"] }));

const assumption = fc
  .tuple(fc.constantFrom("always", "never"), criterion)
  .map(([holds, said]) => declaration(led(holds, said.said), [said], []));

const accepted = fc.constantFrom("gap", "overlap", "never met", "always met", "no effect", "unused");
const acceptance = fc.tuple(accepted, fc.option(criterion)).map(([problem, where]): Declared => {
  const clause = where === null ? "" : ` where (${where.inline})`;
  return {
    declared: where?.declared ?? [],
    lines: [`accept ${problem}${clause} because "it is known and meant"`],
  };
});

const definition = fc
  .tuple(whole, below)
  .map(([said, under]) => declaration(indented(led("as", said.said)), [said], under));

const byDate = fc.tuple(definition, definition).map(
  ([before, since]): Declared => ({
    declared: [...before.declared, ...since.declared],
    lines: indented([
      "effective from 2020-01-01 to 2021-12-31",
      ...before.lines,
      "effective from 2022-01-01",
      ...since.lines,
    ]),
  }),
);

const row = fc.tuple(criterion, below);
const rows = fc.array(row, { minLength: 1, maxLength: 3 });

function rowLines(value: string, [said, under]: readonly [Written, readonly Below[]]): Declared {
  const { declared, lines } = declaration(led(`- ${value} if`, said.said), [said], under);
  return { declared, lines: indented(lines) };
}

function withRows(head: (number: number) => readonly string[], drawn: readonly Declared[], last: readonly string[]) {
  return (number: number): Declared => ({
    declared: declaredBy(drawn),
    lines: [...head(number), ...drawn.flatMap(({ lines }) => lines), ...indented(last)],
  });
}

/** A score, a table or a schedule, and a test of it; its number in the file keeps its name from those of others. */
const table: fc.Arbitrary<{ readonly of: (number: number) => Declared; readonly test: (number: number) => string }> =
  fc.oneof(
    fc.array(fc.tuple(fc.constantFrom("1", "2.5", "-3", "+0.5"), row), { minLength: 1, maxLength: 3 }).map((drawn) => ({
      of: withRows(
        (n) => [`score points ${n}`],
        drawn.map(([points, each]) => rowLines(points, each)),
        [],
      ),
      test: (n: number) => `points ${n} at least 2`,
    })),
    fc
      .tuple(fc.constantFrom("first", "only one", "highest", "lowest"), rows, fc.boolean())
      .map(([policy, drawn, last]) => ({
        of: withRows(
          (n) => [`table rank ${n}: number in mg`, `  ${policy} that applies`.replace("one that", "one")],
          drawn.map((each, at) => rowLines(`${at + 1} mg`, each)),
          last ? ["- 9 mg otherwise", '  cite "the last line"'] : [],
        ),
        test: (n: number) => `rank ${n} from 1 to 2000 µg`,
      })),
    rows.map((drawn) => ({
      of: withRows(
        (n) => [`schedule interval ${n}`, "  first that applies"],
        drawn.map((each, at) => rowLines(`${at + 2} months`, each)),
        ["- 1 year otherwise"],
      ),
      test: (n: number) => `at least the interval ${n} since the latest injection, if any`,
    })),
  );

const injections = subjects.find(({ declared: [first = ""] }) => first.startsWith("fact injection"))?.declared ?? [];

const { number } = fc.letrec<{ number: string; bracketed: string }>((tie) => ({
  number: fc.oneof({ maxDepth: 2 }, fc.constantFrom("alpha", "beta", "2", "0.5", "age in years"), tie("bracketed")),
  bracketed: fc
    .tuple(tie("number"), fc.constantFrom("plus", "minus", "times", "divided by", "+", "*"), tie("number"))
    .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
}));

const calculation = fc.tuple(number, fc.constantFrom("plus", "times", "minus"), number).map(
  ([one, sign, other]) =>
    (n: number): Declared => ({
      declared: ["fact alpha: number", "fact beta: number, to 0.1", "fact age: age at request date"],
      lines: [`define result ${n}: number, to 0.01`, `  as ${one} ${sign} alpha ${sign} ${other}`, '  "as published"'],
    }),
);

const outcome = fc.constantFrom("criteria met", "criteria not met", "information needed", "excluded", "modified");
const example = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...subjects), { minLength: 1, maxLength: 3 }), outcome, fc.nat())
  .map(
    ([chosen, expected, seed]): Declared => ({
      declared: declaredBy(chosen),
      lines: [
        `example "number ${seed}, of the grammar"`,
        ...indented([
          "request date: 2020-05-14",
          ...chosen.flatMap((subject) => statedOf(subject, seed)),
          "types of unit: 2",
          `expect imaging: ${expected}`,
        ]),
      ],
    }),
  );

const statedOf = ({ stated }: Subject, seed: number): readonly string[] =>
  (stated[seed % stated.length] ?? "").split("\n");

const ranks = [
  'authority "Of the state"',
  "  1. A chapter",
  '    cite "(a)(1)"',
  "  2. A bulletin, Another chapter when silent or rebutted",
  "  3. peer-reviewed studies when rebutted",
  "  evidence for treatment: strong, moderate, weak",
  "    cite section 2",
];

const header = fc.tuple(
  fc.constantFrom<readonly string[]>([], ["adopted by MTUS, ACOEM"]),
  fc.constantFrom<readonly string[]>([], ["rests on strong for treatment"]),
  fc.option(whole),
);

/** What a file is drawn from; each kind of declaration there is. */
const parts = fc.record({
  header,
  definitions: fc.array(fc.oneof({ weight: 3, arbitrary: definition }, { weight: 1, arbitrary: byDate }), {
    maxLength: 2,
  }),
  tables: fc.array(table, { maxLength: 1 }),
  calculations: fc.array(calculation, { maxLength: 1 }),
  recommendations: fc.array(recommendation, { minLength: 1, maxLength: 2 }),
  others: fc.array(fc.oneof(plain, assumption, acceptance), { maxLength: 1 }),
  examples: fc.array(example, { maxLength: 1 }),
  ranked: fc.boolean(),
});

const services = [
  "service imaging\n  MRI of the neck  CPT 72141\n  CT of the neck,  CPT 72125, 72126\n  asked for\n    use: one of sleep, exertion\n    types of unit: whole number",
  "service injection of the neck\n  injection  CPT 62321\n  cite page 5",
];

/** Guidelines without any error, in every form there is and both layouts. */
export const goodGuidelines: fc.Arbitrary<string> = parts.map((drawn) => {
  const [adopted, levels, scope] = drawn.header;
  const defined = drawn.definitions.map(
    ({ declared, lines }, n): Declared => ({ declared, lines: [`define meaning ${n}`, ...lines] }),
  );
  const tables = drawn.tables.map(({ of }, n) => of(n));
  const calculated = drawn.calculations.map((of, n) => of(n));
  const others = [...defined, ...tables, ...calculated, ...drawn.recommendations, ...drawn.others, ...drawn.examples];
  const declared = new Set([...(scope?.declared ?? []), ...injections, ...declaredBy(others)]);
  return [
    [
      'guideline "Generated"\n  source "A chapter", pages 1-2\n  effective from 2020-01-01',
      ...indented([...adopted, ...levels, ...(scope ? led("applies when", scope.said) : [])]),
    ].join("\n"),
    ...declared,
    ...services,
    ...others.map(({ lines }) => lines.join("\n")),
    ...defined.map((_, n) => `imaging if meaning ${n}`),
    ...drawn.tables.map(({ test }, n) => `imaging if ${test(n)}`),
    ...calculated.map((_, n) => `imaging if result ${n} at least 1.25`),
    ...(drawn.ranked ? [ranks.join("\n")] : []),
  ]
    .join("\n\n")
    .concat("\n");
});
