import * as fc from "fast-check";
import type { Case } from "../../../engine/values/index.ts";

/** What a case may say of a fact of a generated guideline; `null`: nothing. */
export const stated: Readonly<Record<string, readonly (string | null)[]>> = {
  pain: ["yes", "no", null],
  fever: ["yes", "no", null],
  rash: ["yes", "no", null],
  age: ["1", "2", "3", "4", "5", null],
};

const declared = ["fact pain: yes or no", "fact fever: yes or no", "fact rash: yes or no", "fact age: whole number"];

const test = fc.oneof(
  fc.constantFrom("pain", "fever", "rash"),
  fc.constantFrom("age is at least 3", "age is more than 3", "age is at most 3", "age is from 2 to 4"),
);

const criterion = fc.letrec<{ whole: string; part: string }>((tie) => ({
  part: fc.oneof({ depthSize: "small" }, test, tie("whole")),
  whole: fc
    .tuple(fc.constantFrom("AND", "OR"), fc.array(fc.tuple(fc.boolean(), tie("part")), { minLength: 2, maxLength: 3 }))
    .map(([word, parts]) => `(${parts.map(([isNot, part]) => (isNot ? `(NOT ${part})` : part)).join(` ${word} `)})`),
}));

/** A guideline over four facts, in which anything may be asked of them. */
export const smallGuideline: fc.Arbitrary<string> = fc
  .record({
    definition: criterion.whole,
    needed: criterion.whole,
    excluded: fc.option(test),
    only: fc.option(test),
    exception: fc.option(test),
    flag: fc.option(criterion.part),
  })
  .map(({ definition, needed, excluded, only, exception, flag }) =>
    [
      'guideline "Small"',
      "  effective from 2010-01-01",
      "",
      ...declared,
      "",
      "define told",
      `  as ${definition}`,
      "",
      "service test",
      "  a test    CPT 12345",
      "",
      "test if told",
      ...(exception === null ? [] : [`  but not if ${exception}`]),
      `test if ${needed}`,
      ...(flag === null ? [] : [`test red flag if ${flag}`]),
      ...(only === null ? [] : [`test only if ${only}`]),
      ...(excluded === null ? [] : [`test excluded if ${excluded}`]),
      "",
    ].join("\n"),
  );

/** Every case that says one of these things of each fact. */
export function everyCase(): readonly Case[] {
  return Object.entries(stated)
    .reduce<readonly (readonly (readonly [string, string | null])[])[]>(
      (cases, [fact, values]) => cases.flatMap((one) => values.map((value) => [...one, [fact, value] as const])),
      [[]],
    )
    .map((said) => caseSaying(said));
}

function caseSaying(said: readonly (readonly [string, string | null])[]): Case {
  return {
    id: "small.yaml",
    title: said.map(([fact, value]) => `${fact} ${value ?? "?"}`).join(", "),
    summary: [],
    review: { reviewer: null, statement: [] },
    dates: { "request date": "2014-01-01", "service date": "2014-01-01" },
    documents: [],
    facts: said.flatMap(([fact, text]) =>
      text === null
        ? []
        : [{ fact, statements: [{ value: { kind: "text", text }, evidence: null }], asked: false, remark: null }],
    ),
    lists: [],
    requests: [{ service: "a test", code: null, askedFor: [], administrator: null, decision: null, expect: null }],
  };
}

/** A guideline that tests every fact: what a case leaves of each is asked of it, for all the others. */
export const everyFactTested = [
  'guideline "All"',
  "  effective from 2010-01-01",
  "",
  ...declared,
  "",
  "service test",
  "  a test    CPT 12345",
  "",
  "test if pain OR fever OR rash OR age is at least 3",
  "",
].join("\n");
