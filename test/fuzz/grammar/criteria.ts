import * as fc from "fast-check";
import { subjects } from "./subjects.ts";

/** A criterion: the declarations it needs, its lines in outline, and in one line. */
export interface Written {
  readonly declared: readonly string[];
  readonly said: readonly string[];
  readonly inline: string;
  readonly isTest: boolean;
}

const phrase = fc
  .constantFrom(...subjects)
  .chain(({ declared, tests }) =>
    fc.constantFrom(...tests).map((test): Written => ({ declared, said: [test], inline: test, isTest: true })),
  );

const quantifier = fc.constantFrom("any of", "all of", "none of", "at least 2 of", "exactly 1 of");
const label = fc.constantFrom("-", "-", "number", "letter");

export const { criterion } = fc.letrec<{
  criterion: Written;
  joined: Written;
  outline: Written;
  denied: Written;
}>((tie) => ({
  criterion: fc.oneof({ maxDepth: 2, depthSize: "small" }, phrase, tie("joined"), tie("outline"), tie("denied")),
  joined: fc
    .tuple(fc.constantFrom("AND", "OR"), fc.array(tie("criterion"), { minLength: 2, maxLength: 3 }))
    .map(([joint, operands]): Written => {
      const inline = operands.map(bracketed).join(` ${joint} `);
      return { declared: operands.flatMap(({ declared }) => declared), said: [inline], inline, isTest: false };
    }),
  outline: fc.tuple(quantifier, fc.array(tie("criterion"), { minLength: 2, maxLength: 3 }), label).map(
    ([begun, operands, labelled]): Written => ({
      declared: operands.flatMap(({ declared }) => declared),
      said: [begun, ...operands.flatMap((operand, at) => bullet(operand, at, labelled))],
      inline: `${begun} (${operands.map(({ inline }) => inline).join("; ")})`,
      isTest: false,
    }),
  ),
  denied: tie("criterion").map((operand): Written => {
    const inline = `NOT ${bracketed(operand)}`;
    return { declared: operand.declared, said: [inline], inline, isTest: false };
  }),
}));

/** Brackets end what `where` reaches and lists of values go on with. */
function bracketed({ inline, isTest }: Written): string {
  return isTest && !inline.includes(" where ") && !inline.includes(",") ? inline : `(${inline})`;
}

function bullet({ said: [first = "", ...others] }: Written, at: number, labelled: string): readonly string[] {
  const sign = labelled === "number" ? `${at + 1}.` : labelled === "letter" ? `(${"abc"[at] ?? "z"})` : "-";
  return [`  ${sign} ${first}`, ...others.map((line) => `  ${line}`)];
}

/** Lines below a criterion: what waives it, what more is asked, what is remarked. */
export interface Below {
  readonly declared: readonly string[];
  readonly lines: readonly string[];
  readonly waives: boolean;
}

const remark = fc
  .constantFrom(
    'cite "Group I"',
    "cite page 178",
    'note "kept for the record"',
    '"as it was published"',
    'such as "an infection"',
    'read as "at least six weeks" because "both are written"',
  )
  .map((line): Below => ({ declared: [], lines: [line], waives: false }));

const qualifier = fc.tuple(fc.constantFrom("waived if", "but not if"), criterion).map(
  ([keyword, { declared, said }]): Below => ({
    declared,
    lines: led(keyword, said),
    waives: keyword === "waived if",
  }),
);

const requirement = fc.tuple(criterion, fc.array(criterion, { minLength: 1, maxLength: 2 })).map(
  ([condition, required]): Below => ({
    declared: [condition, ...required].flatMap(({ declared }) => declared),
    lines: [
      ...led("when", condition.said),
      ...required.flatMap(({ said }) => led("requires", said)).map((line) => `  ${line}`),
    ],
    waives: false,
  }),
);

/** `as any of` and its bullets */
export function led(keyword: string, [first = "", ...others]: readonly string[]): readonly string[] {
  return [`${keyword} ${first}`, ...others];
}

const one = fc.oneof(remark, qualifier, requirement);

/** None, mostly; what waives an exclusion is read in two ways, so there it is left out. */
export const below: fc.Arbitrary<readonly Below[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }) },
);

/** A list whose bullets have lines of their own below them; it stands in no brackets. */
const qualifiedList = fc
  .tuple(
    fc.constantFrom("any of", "all of", "at least 2 of"),
    fc.array(fc.tuple(criterion, below), { minLength: 2, maxLength: 3 }),
  )
  .map(
    ([begun, items]): Written => ({
      declared: items.flatMap(([{ declared }, under]) => [...declared, ...under.flatMap((each) => each.declared)]),
      said: [
        begun,
        ...items.flatMap(([item, under], at) => [
          ...bullet(item, at, "-"),
          ...under.flatMap(({ lines }) => lines).map((line) => `    ${line}`),
        ]),
      ],
      inline: "",
      isTest: false,
    }),
  );

/** What follows `if` or `as`. */
export const whole: fc.Arbitrary<Written> = fc.oneof(
  { weight: 3, arbitrary: criterion },
  { weight: 1, arbitrary: qualifiedList },
);
