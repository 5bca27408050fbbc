import * as fc from "fast-check";

/** A fact, list or scale as it is declared, and phrases that test it. One row for each kind there is. */
const subjects: readonly { readonly declared: string; readonly tests: readonly string[] }[] = [
  {
    declared: "fact pain: yes or no\n  needs objective evidence",
    tests: ["pain", "pain is not documented", "pain is documented as absent"],
  },
  { declared: 'fact new weakness: yes or no\n  "new weakness"\n  cite page 3', tests: ["new weakness"] },
  {
    declared: "fact PO2: number in mmHg, to 0.1",
    tests: [
      "PO2 at or below 55 mmHg",
      "PO2 from 56 to 59 mmHg",
      "PO2 above 7.5 kPa",
      "PO2 at least 20 and below 60 mmHg",
    ],
  },
  { declared: "fact pain score: whole number", tests: ["pain score at least 4", "pain score is 7", "pain score < 3"] },
  {
    declared: "fact planned procedure: one of nothing, injection, surgery",
    tests: ["planned procedure is one of injection, surgery", "planned procedure is not nothing"],
  },
  {
    declared: "fact onset date: date",
    tests: ["onset date within 6 months before request date", "onset date at least 6 weeks before service date"],
  },
  { declared: "fact age: age at request date", tests: ["age at least 18 years", "age below 65 years"] },
  {
    declared: "scale strength: 0, 1, 2, 3, 4, 5\nfact deltoid: strength",
    tests: ["deltoid at least 4", "deltoid below 3"],
  },
  {
    declared:
      "codes radiculopathy: ICD-10-CM M54.16, M51.1*,\n  M50.1 to M50.13, CPT 72148\nfact diagnosis: ICD-10-CM code",
    tests: [
      "diagnosis is M54.16",
      "diagnosis is one of M54.1*, M50.1",
      "diagnosis is in radiculopathy",
      "diagnosis is not in radiculopathy",
    ],
  },
  {
    declared: "fact pain site: body site in lumbar spine, knee\nfact other site: body site in knee, hip, or none",
    tests: [
      "pain site is left knee",
      "pain site is one of both knees, lumbar spine L5-S1",
      "pain site is on the left",
      "pain site is not at L4-5, L5",
      "pain site is in the same region as the other site",
      "other site is none",
    ],
  },
  {
    declared:
      "fact asked region: one of neck, back\nfact visit: list, each with\n  region: one of neck, back\n  code: ICD-10-CM code",
    tests: [
      "any visit where it is in the asked region",
      "at least 2 visits where its region is not the same as the asked region",
      "no visit where its code is M54.1*",
    ],
  },
  {
    declared: "fact strengthening program: treatment trial",
    tests: ["strengthening program lasted at least 6 weeks", "strengthening program failed"],
  },
  {
    declared: "fact injection: list, each with\n  date: date\n  level: one of C5, C6\n  relief: number in %",
    tests: [
      "any injection where its relief at least 50 %",
      "no injection within 3 months before request date",
      "count of injections is at most 3",
      "no more than 6 injections in any 12 months, counting this one",
    ],
  },
];

const subject = fc.constantFrom(...subjects);
const phrase = subject.chain(({ declared, tests }) =>
  fc.constantFrom(...tests).map((test) => ({ declared: [declared], said: [test], inline: test, isTest: true })),
);

/** A criterion: the declarations it needs, its lines in outline, and in one line. */
interface Written {
  readonly declared: readonly string[];
  readonly said: readonly string[];
  readonly inline: string;
  readonly isTest: boolean;
}

const { criterion } = fc.letrec<{ criterion: Written; joined: Written; outline: Written; denied: Written }>((tie) => ({
  criterion: fc.oneof({ maxDepth: 3, depthSize: "small" }, phrase, tie("joined"), tie("outline"), tie("denied")),
  joined: fc
    .tuple(fc.constantFrom("AND", "OR"), fc.array(tie("criterion"), { minLength: 2, maxLength: 3 }))
    .map(([joint, operands]): Written => {
      const inline = operands.map(bracketed).join(` ${joint} `);
      return { declared: operands.flatMap(({ declared }) => declared), said: [inline], inline, isTest: false };
    }),
  outline: fc
    .tuple(
      fc.constantFrom("any of", "all of", "none of", "at least 2 of", "exactly 1 of"),
      fc.array(tie("criterion"), { minLength: 2, maxLength: 3 }),
    )
    .map(
      ([quantifier, operands]): Written => ({
        declared: operands.flatMap(({ declared }) => declared),
        said: [quantifier, ...operands.flatMap(bullet)],
        inline: `${quantifier} (${operands.map(({ inline }) => inline).join("; ")})`,
        isTest: false,
      }),
    ),
  denied: tie("criterion").map((operand): Written => {
    const inline = `NOT ${bracketed(operand)}`;
    return { declared: operand.declared, said: [inline], inline, isTest: false };
  }),
}));

function bracketed({ inline, isTest }: Written): string {
  return isTest && !inline.includes(" where ") && !inline.includes(",") ? inline : `(${inline})`;
}

function bullet({ said: [first = "", ...others] }: Written): readonly string[] {
  return [`  - ${first}`, ...others.map((line) => `  ${line}`)];
}

const relation = fc.constantFrom("if", "if", "if", "only if", "excluded if");
const clauses = fc.constantFrom("", "", '  cite "Group I"', '  note "kept for the record"', "  waived if new weakness");

/** What excludes is not waived: that is read in two ways. */
const fitting = (kind: string, clause: string): string =>
  kind === "excluded if" ? clause.replace("waived if", "but not if") : clause;

const recommendation = fc.tuple(relation, criterion, clauses).map(([kind, { declared, said }, clause]) => ({
  declared: clause.includes("weakness") ? [...declared, subjects[1]?.declared ?? ""] : declared,
  lines: indented(`imaging ${kind} `, said, fitting(kind, clause)),
}));

const definition = fc.tuple(criterion, clauses).map(([{ declared, said }, clause]) => ({
  declared: clause.includes("weakness") ? [...declared, subjects[1]?.declared ?? ""] : declared,
  lines: indented("  as ", said, clause),
}));

function indented(begin: string, [first = "", ...others]: readonly string[], clause: string): string {
  const margin = " ".repeat(begin.length - begin.trimStart().length);
  return [`${begin}${first}`, ...others.map((line) => `${margin}${line}`), ...(clause === "" ? [] : [clause])].join(
    "\n",
  );
}

/** Guidelines without any error, in every form of the table above and both layouts. */
export const goodGuidelines: fc.Arbitrary<string> = fc
  .tuple(fc.array(definition, { maxLength: 3 }), fc.array(recommendation, { minLength: 1, maxLength: 4 }))
  .map(([definitions, recommendations]) => {
    const declared = new Set([...definitions, ...recommendations].flatMap((one) => one.declared));
    return [
      'guideline "Generated"\n  source "A chapter", pages 1-2\n  effective from 2020-01-01',
      ...declared,
      "service imaging\n  MRI of the neck  CPT 72141",
      ...definitions.map(({ lines }, number) => `define meaning ${number}\n${lines}`),
      ...recommendations.map(({ lines }) => lines),
      ...definitions.map((_, number) => `imaging if meaning ${number}`),
    ]
      .join("\n\n")
      .concat("\n");
  });
