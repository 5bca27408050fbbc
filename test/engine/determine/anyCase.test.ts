import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Determination, determine, type Finding, type Rationale } from "../../../engine/determine/index.ts";
import { letterHtml, letterMarkdown, letterOf } from "../../../engine/letter/index.ts";
import { caseOf, guidelineInSet } from "./determined.ts";

const wording = fc.constantFrom(
  "",
  '  "Evidence of harm, or of loss."\n',
  '  "the patient has <b>failed</b> care"\n',
  '  "failure to improve; no better"\n',
  "  needs objective evidence\n",
);

const phrases = [
  "pain",
  "weakness",
  "procedure is one of injection, surgery",
  "score at least 5",
  "score from 2 to 4",
  "program lasted at least 6 weeks",
  "program failed",
  "score is not documented",
  "pain is documented as absent",
];

/** One criterion on one line: phrases, denials, and groups in brackets. */
const criterion: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.constantFrom(...phrases),
    fc.constantFrom(...phrases).map((phrase) => `NOT (${phrase})`),
    fc
      .record({
        head: fc.constantFrom("any of", "all of", "none of", "at least 2 of", "exactly 1 of"),
        members: fc.array(tie("node"), { minLength: 2, maxLength: 3 }),
      })
      .map(({ head, members }) => `${head} (${members.join("; ")})`),
  ),
})).node;

const guideline = fc
  .record({
    words: fc.array(wording, { minLength: 4, maxLength: 4 }),
    first: criterion,
    second: criterion,
    excluded: criterion,
  })
  .map(
    ({ words: [pain = "", weakness = "", score = "", trouble = ""], first, second, excluded }) => `guideline "Generated"
  source "A source", page 1

fact pain: yes or no
${pain}fact weakness: yes or no
${weakness}fact procedure: one of none, injection, surgery
fact score: whole number
${score}fact program: treatment trial

define trouble
${trouble.includes("needs") ? "" : trouble}  as ${first}

service imaging
  MRI of the neck    CPT 72141

imaging if trouble
imaging if ${second}
imaging excluded if ${excluded}
`,
  );

const evidence = "evidence: { kind: opinion, quote: said }";

const facts = fc
  .record({
    pain: fc.constantFrom(
      "",
      `pain: { value: yes, ${evidence} }`,
      "pain: no",
      "pain: { not documented: looked }",
      "pain: [{ value: yes }, { value: no }]",
    ),
    weakness: fc.constantFrom("", "weakness: yes", `weakness: { value: no, ${evidence} }`),
    procedure: fc.constantFrom("", "procedure: surgery", "procedure: [{ value: none }, { value: injection }]"),
    score: fc.constantFrom(
      "",
      "score: 3",
      "score: [{ value: 2 }, { value: 6 }]",
      "score: { value: { from: 1, to: 5 } }",
    ),
    program: fc.constantFrom("", "program: failed after 6 weeks", "program: { value: succeeded }"),
  })
  .map((stated) => Object.values(stated).filter((line) => line !== ""));

function caseText(lines: readonly string[]): string {
  const stated = lines.length === 0 ? "" : `facts:\n${lines.map((line) => `  ${line}\n`).join("")}`;
  return `schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: 2024-03-10 }\n${stated}requests:\n  - service: MRI of the neck\n    administrator: { decision: denied }\n`;
}

function every(finding: Finding): readonly Finding[] {
  return [finding, ...finding.parts.flatMap(every)];
}

function checkFindings({ findings }: Determination): void {
  const all = findings.flatMap(every);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { answer, reason, reasonText, criterion } of all) {
    expect(criterion).not.toBe("");
    expect(reason === null).toBe(answer !== "not documented");
    expect(reason === null || reasonText?.endsWith(".")).toBe(true);
  }
}

function checkRationale(rationale: Rationale): void {
  const sentences = Object.values(rationale).flatMap((group: Rationale["decision"]) => group);
  for (const { text, from } of sentences) {
    expect(text).toMatch(/^["“\p{Lu}\d].*(?:[.?!]|[.?!]”)$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./);
    expect(from).not.toHaveLength(0);
  }
}

test.each([1, 2, 3, 4, 5])(
  "whatever the guideline and the case: every open finding has its reason, every sentence its source (%i)",
  () => {
    fc.assert(
      fc.property(guideline, facts, (text, stated) => {
        const of = caseOf(caseText(stated));
        const { value } = determine({ name: "set", guidelines: [guidelineInSet(text)] }, of);
        const [determination] = value.determinations;
        if (determination === undefined) throw new Error("nothing was determined");
        checkFindings(determination);
        checkRationale(determination.rationale);
        expect(determination.possibleOutcomes.length === 0).toBe(determination.outcome !== "information needed");
        expect(determination.ways.length === 0).toBe(determination.outcome !== "information needed");
        expect(letterHtml(letterOf(of, value))).not.toContain("<b>");
        expect(letterMarkdown(letterOf(of, value))).toContain("### MRI of the neck: ");
      }),
      { numRuns: 30 },
    );
  },
);
