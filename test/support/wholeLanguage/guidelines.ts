import * as fc from "fast-check";
import { clauses, type Clauses, criteria, leaf, remarks, unwaived, type Written } from "./criteria.ts";
import { subjects } from "./subjects.ts";

/** One declaration: the subjects it names, and its lines. */
type Declared = Clauses;

/** A criterion after some words, and lines indented below. */
function declared(head: string, criterion: Written, below: readonly Clauses[], margin = ""): Declared {
  const [first = "", ...others] = criterion.lines;
  const clauseLines = below.flatMap(({ lines }) => lines.map((line) => `  ${line}`));
  return {
    rests: [...criterion.rests, ...below.flatMap(({ rests }) => rests)],
    lines: [
      `${head} ${first}`,
      ...others,
      ...(margin === "" ? clauseLines : clauseLines.map((line) => line.slice(2))),
    ].map((line) => `${margin}${line}`),
  };
}

const plain = (lines: readonly string[]): Clauses => ({ rests: [], lines });
const said: fc.Arbitrary<Clauses> = remarks.map(plain);

function definition(name: string, known: readonly string[]): fc.Arbitrary<Declared> {
  const part = criteria(known);
  const whole = fc.tuple(part, clauses(leaf(known))).map(([criterion, below]) => {
    const { rests, lines } = declared("as", criterion, [below], "  ");
    return { rests, lines: [`define ${name}`, ...lines] };
  });
  const byDate = fc.tuple(part, part).map(([first, second]) => {
    const [one, other] = [declared("as", first, [], "    "), declared("as", second, [], "    ")];
    return {
      rests: [...one.rests, ...other.rests],
      lines: [
        `define ${name}`,
        "  effective from 2009-01-01 to 2016-07-27",
        ...one.lines,
        "  effective from 2016-07-28",
        ...other.lines,
      ],
    };
  });
  return fc.oneof({ arbitrary: whole, weight: 5 }, byDate);
}

const known = ["first", "second"];
const part = criteria(known);

const ruledOut = ({ rests, lines }: Declared): Declared => ({ rests, lines: unwaived(lines) });

const limit: fc.Arbitrary<Clauses> = fc
  .constantFrom("use is sleep AND hours at most 12 h", "types of unit at most 1")
  .map((words) => plain([`limited to ${words}`]));

const recommendations: fc.Arbitrary<readonly Declared[]> = fc
  .tuple(
    fc.array(fc.tuple(part, fc.option(limit), clauses(leaf(known))), { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(fc.constantFrom("only if", "red flag if"), part, clauses(leaf(known))), { maxLength: 1 }),
    fc.array(fc.tuple(part, said), { maxLength: 1 }),
    fc.subarray([
      "oxygen limited to hours at most 24 h",
      "oxygen otherwise not addressed",
      "transport is covered\n  cite page 9",
      "transport is not covered\n  but not if first",
    ]),
  )
  .map(([suffices, others, excludes, fixed]) => [
    ...suffices.map(([criterion, limits, below]) =>
      declared("oxygen if", criterion, limits === null ? [below] : [limits, below]),
    ),
    ...others.map(([kind, criterion, below]) => declared(`oxygen ${kind}`, criterion, [below])),
    ...excludes.map(([criterion, below]) => ruledOut(declared("oxygen excluded if", criterion, [below]))),
    ...fixed.map((line) => plain([line])),
  ]);

const assumptions: fc.Arbitrary<readonly Declared[]> = fc.array(
  fc
    .tuple(fc.constantFrom("always", "never", "accept gap where"), criteria(known), remarks)
    .map(([word, { rests, inline }, lines]) => ({
      rests,
      lines: [
        `${word} ${inline}${word.startsWith("accept") ? ' because "it is known"' : ""}`,
        ...lines.map((line) => `  ${line}`),
      ],
    })),
  { maxLength: 1 },
);

const heads: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.subarray(['source "NCD 240.2", section B', "adopted by MTUS, Medicare"]),
    fc.constantFrom("effective from 2009-06-18", "effective from 2009-06-18 to 2030-12-31"),
  )
  .map(([lines, inForce]) => [...lines, inForce]);

const services = `service oxygen
  oxygen concentrator    HCPCS E1390, E1391
  portable unit          HCPCS E0431
  asked for
    use: one of around the clock, sleep, exercise
      "when it is used"
    types of unit: whole number
    hours: number in h, to 0.5

service transport
  ambulance    HCPCS A0428`.replace("to 0.5", "to 0.1");

const authority = `authority "The order of sources"
  1. MTUS
    "MTUS is presumed correct"
  2. ACOEM, ODG when silent or rebutted
  evidence for treatment: systematic review, randomized trial
    cite section 9
  cite "8 CCR 9792"`;

/** Whole guidelines in every form of the language, without errors: their texts. */
export const wholeGuidelines: fc.Arbitrary<string> = fc
  .record({
    head: heads,
    scope: fc.option(leaf(known), { freq: 2 }),
    order: fc.boolean(),
    definitions: fc.tuple(definition("first", []), definition("second", ["first"])),
    recommendations,
    assumptions,
    stated: fc.subarray(
      Object.entries(subjects).flatMap(([name, { stated }]) => stated.slice(0, 1).map((line) => [name, line] as const)),
      { maxLength: 4 },
    ),
    other: fc.nat(1),
  })
  .map(({ head, scope, order, definitions, recommendations: asked, assumptions: held, stated, other }) => {
    const scoped = scope === null ? plain([]) : declared("applies when", scope, [], "  ");
    const blocks = [...definitions, ...asked, ...held];
    const example = exampleOf(stated, other);
    const named = [scoped, example, ...blocks].flatMap(({ rests }) => rests);
    return [
      ['guideline "A guideline of everything"', ...head.map((line) => `  ${line}`), ...scoped.lines].join("\n"),
      ...(order ? [authority] : []),
      ...declarationsOf(named),
      services,
      ...blocks.map(({ lines }) => lines.join("\n")),
      example.lines.join("\n"),
    ]
      .join("\n\n")
      .concat("\n");
  });

function exampleOf(stated: readonly (readonly [string, string])[], other: number): Declared {
  const values = stated.map(([name, line]) => subjects[name]?.stated[other] ?? line);
  return {
    rests: stated.map(([name]) => name),
    lines: [
      'example "What is known"',
      ...[
        "request date: 2020-05-14",
        ...values,
        "use: sleep",
        "expect oxygen: information needed",
        "expect first: not documented",
        "cite page 4",
      ].map((line) => `  ${line}`),
    ],
  };
}

/** What is named, and what that rests on, each once. */
function declarationsOf(names: readonly string[]): readonly string[] {
  const all = new Set<string>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    for (const one of subjects[name]?.rests ?? []) add(one);
  };
  for (const name of names) add(name);
  return [...all].map((name) => subjects[name]?.declared ?? "");
}
