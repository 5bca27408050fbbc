import * as fc from "fast-check";
import { subjects } from "./subjects.ts";

const declared = new Set(subjects.flatMap((subject) => subject.declared));

/** A guideline that asks about every kind of fact there is, each in a criterion of its own. */
export const everyKind = [
  'guideline "Every kind"\n  source "A chapter", page 1\n  effective from 2020-01-01',
  ...declared,
  "service imaging\n  MRI  CPT 72141\n  asked for\n    use: one of sleep, exertion\n    types of unit: whole number",
  ...subjects.map(
    ({ tests }, at) => `define meaning ${at}\n  as any of\n${tests.map((test) => `    - ${test}`).join("\n")}`,
  ),
  `imaging if at least 3 of\n${subjects.map((_, at) => `  - meaning ${at}`).join("\n")}\n  limited to types of unit at most 2`,
]
  .join("\n\n")
  .concat("\n");

/** Values of every kind, fitting or not. */
const value = fc.constantFrom(
  ..."yes|no|57 mmHg|7.5 kPa|4+/5|2024-04|2024-04-31|2024-02-29|0|-1|1e9|62|surgery|nothing|none|M54.16|m541|M54.1*|ICD-10-CM M50.1|left knee|both knees|lumbar spine L5-S1|L5|knee C5|50 %|neck|{ from: 40 mmHg, to: 60 mmHg }|{ from: 3 }|{ from: 5, to: 3 }|{ born: 1951-07 }|{ response: failed, lasted: 6 weeks }|{ response: succeeded, from: 2024-01-01, to: 2024-02-12 }|{ response: failed, lasted: 6 weeks, from: 2024-01-01, to: 2024-02-01 }|{ lasted: { from: 4 weeks, to: 6 weeks } }|{ not documented: }|{ not documented: nobody looked }|[]|''|\"|null|~|[ 1, 2 ]|&a x|*a|1_000|.5|0x1F|2024-05-14T10:00:00Z|\u202e".split(
    "|",
  ),
);

const evidence = fc.constantFrom(
  "{ document: report, kind: objective finding, quote: seen }",
  "{ kind: test result, date: 2024-04 }",
  "{ document: nowhere }",
  "{ author: treating physician, kind: attestation }",
);

const statement = fc
  .tuple(value, fc.option(evidence))
  .map(([said, backed]) => `{ value: ${said}${backed === null ? "" : `, evidence: ${backed}`} }`);

const scalars = [
  "pain",
  "new weakness",
  "necessary",
  "PO2",
  "pain score",
  "planned procedure",
  "onset date",
  "age",
  "deltoid",
  "biceps",
];
const others = [
  "diagnosis",
  "pain site",
  "other site",
  "asked region",
  "strengthening program",
  "weight",
  "height",
  "first visit",
  "surgery date",
  "polyps",
  "Wells",
  "nowhere declared",
];
const lists: readonly (readonly [name: string, fields: readonly string[]])[] = [
  ["visit", ["region", "code"]],
  ["injection", ["date", "level", "relief", "zebra"]],
  ["treatment", ["kind", "course", "physician-directed"]],
  ["colonoscopy", ["date"]],
];

const fact = fc
  .tuple(
    fc.constantFrom(...scalars, ...others),
    fc.oneof(
      value,
      statement,
      fc.array(statement, { maxLength: 2 }).map((all) => `[ ${all.join(", ")} ]`),
    ),
  )
  .map(([name, said]) => `  ${name}: ${said}`);

const list = fc.constantFrom(...lists).chain(([name, fields]) => {
  const field = fc.tuple(fc.constantFrom(...fields), value).map(([key, said]) => `${key}: ${said}`);
  const entry = fc.array(field, { minLength: 1, maxLength: 3 }).map((all) => `      - { ${all.join(", ")} }`);
  return fc
    .tuple(fc.constantFrom("yes", "no", "maybe"), fc.array(entry, { maxLength: 3 }))
    .map(([complete, entries]) => [`  ${name}:`, `    complete: ${complete}`, "    entries:", ...entries].join("\n"));
});

const answer = fc.constantFrom("met", "not met", "not documented");
const request = fc
  .tuple(
    fc.constantFrom("imaging", "MRI", "CPT 72141", "surgery"),
    value,
    answer,
    fc.constantFrom("criteria met", "criteria not met", "information needed", "modified"),
  )
  .map(
    ([service, units, said, outcome]) =>
      `  - service: ${service}\n    asked for: { types of unit: ${units}, use: sleep }\n    expect: { outcome: ${outcome}, answers: { meaning 1: ${said} }, source: nobody }`,
  );

/** Cases that are nearly right: of facts that the guideline above declares, with values of every kind. */
export const nearlyCases: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("2024-06-30", "2024-06-30", "2024-06-31", "2024-06"),
    fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: fact }, { weight: 1, arbitrary: list }), {
      maxLength: 12,
      selector: (line) => line.slice(0, line.indexOf(":")),
    }),
    fc.array(request, { minLength: 1, maxLength: 2 }),
  )
  .map(([day, facts, requests]) =>
    [
      "schema: precept/case/1",
      "case: Of the grammar",
      `dates: { request date: ${day}, service date: 2024-07-01 }`,
      "documents:\n  report: { title: Report, date: 2024-05-22, author: treating physician }",
      "facts:",
      ...facts,
      "requests:",
      ...requests,
    ]
      .join("\n")
      .concat("\n"),
  );
