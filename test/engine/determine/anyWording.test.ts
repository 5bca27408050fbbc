import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Determination, determine, type Finding, type Sentence } from "../../../engine/determine/index.ts";
import { caseOf, guidelineInSet } from "./determined.ts";
import { ours, sentenceFaults } from "./sentenceFaults.ts";

/** What publications really write, and worse: nothing that goes on a sentence. */
const nasty = [
  "If any of the above criteria are present, imaging is reasonable.",
  "Coverage is permitted for beneficiaries who have experienced one or more of the following:",
  "Consider an alternative before ordering",
  "Providers of this service must also document that all staff are trained. See section B.",
  "Have not been previously tested",
  "does not determine coverage for other purposes, nor does it determine anything else",
  "covered only when provided to candidates for therapy who",
  "patients' symptoms that persist; no better",
  'the so-called "red flags"',
  "he said “never again",
  "evidence of evidence of harm",
  "areas of ischemic myocardium",
  "is contraindicated",
  "of the affected side",
  "that that is so",
  "not applicable",
  "no",
  "the the hip",
  "NSAIDs (oral or topical",
  "≥ 2 episodes of vomiting in < 24 hours...",
  "Search the records for prior imaging",
  "symptoms worsened",
  "the patient completed a course",
  "study compares outcomes",
  "reasonable and necessary",
  "previously treated without success",
  "What is needed?",
  "none of them, either",
  "New York Heart Association class II to IV symptoms",
  "failure to improve with 6 weeks of care",
  "anatomy is unclear",
  "a strengthening program intended to avoid surgery",
  "כאב בצוואר",
] as const;

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ..."if of no not the a patient pain is are has that must who and or : ; , . ( ) hips 12 %".split(" "),
        ),
        {
          minLength: 1,
          maxLength: 9,
        },
      )
      .map((parts) => parts.join(" ")),
  },
);

const published = (text: string): string => JSON.stringify(text.replaceAll('"', "'"));

const guideline = fc
  .record({
    says: fc.array(words, { minLength: 7, maxLength: 7 }),
    head: fc.constantFrom("any of", "all of", "at least 2 of"),
  })
  .map(({ says, head }) => {
    const [fact, denied, amount, trial, trouble, whole, bullet] = says.map(published);
    return `guideline "Generated"
  source "A source", page 1

fact previously tested: yes or no
  ${fact ?? ""}
fact alert: yes or no
  ${denied ?? ""}
fact ejection fraction: whole number
  ${amount ?? ""}
fact severe symptoms: one of none, mild, worst
fact drug therapy: treatment trial
  ${trial ?? ""}

define trouble
  ${trouble ?? ""}
  as previously tested OR ejection fraction at most 35

service imaging
  MRI of the neck    CPT 72141

imaging if ${head}
  - trouble
  - NOT alert
  - drug therapy lasted at least 6 weeks AND drug therapy failed
    ${bullet ?? ""}
  - severe symptoms is one of mild, worst
  ${whole ?? ""}

imaging excluded if previously tested AND alert
`;
  });

const evidence = "evidence: { kind: opinion, quote: said so }";

const facts = fc
  .record({
    tested: fc.constantFrom("", "previously tested: yes", `previously tested: { value: no, ${evidence} }`),
    alert: fc.constantFrom("", "alert: no", `alert: { value: yes, ${evidence} }`, "alert: { not documented: looked }"),
    fraction: fc.constantFrom("", "ejection fraction: 30", "ejection fraction: [{ value: 30 }, { value: 40 }]"),
    symptoms: fc.constantFrom("", "severe symptoms: none", "severe symptoms: worst"),
    therapy: fc.constantFrom("", "drug therapy: failed after 8 weeks", "drug therapy: { value: failed }"),
  })
  .map((stated) => Object.values(stated).filter((line) => line !== ""));

function caseText(lines: readonly string[]): string {
  const stated = lines.length === 0 ? "" : `facts:\n${lines.map((line) => `  ${line}\n`).join("")}`;
  return `schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: 2024-03-10 }\n${stated}requests:\n  - service: MRI of the neck\n    administrator: { decision: denied }\n`;
}

const sentencesOf = ({ rationale }: Determination): readonly Sentence[] =>
  [
    rationale.decision,
    rationale.guidelineStates,
    rationale.recordShows,
    rationale.lacking,
    rationale.conclusion,
  ].flat();

/** Words that only a quotation may bring: a name made small, a demand, a pointer to the page. */
const outOfPlace = /\bnew York\b|\b(?:must|see|consider|following)\b/u;

const everyOf = (finding: Finding): readonly Finding[] => [finding, ...finding.parts.flatMap(everyOf)];

/** What is not documented is never told as no: whether a sentence that says no rests on something documented. */
function isNeverNo({ text, from }: Sentence, findings: ReadonlyMap<string, Finding>): boolean {
  if (!/does not bear out|speaks against/.test(ours(text))) return true;
  const told = findings.get(from.find((source) => findings.has(source)) ?? "");
  if (told === undefined) return false;
  return told.fact === null ? told.answer !== "not documented" : told.evidence.length > 0;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  "whatever the wording, every sentence of the letter stands (%i)",
  (seed) => {
    fc.assert(
      fc.property(guideline, facts, (text, stated) => {
        const set = { name: "set", guidelines: [guidelineInSet(text)] };
        const { value } = determine(set, caseOf(caseText(stated)));
        const [determination] = value.determinations;
        if (determination === undefined) throw new Error("nothing was determined");
        const findings = new Map(determination.findings.flatMap(everyOf).map((finding) => [finding.id, finding]));
        for (const each of sentencesOf(determination)) {
          expect(sentenceFaults(each.text)).toEqual([]);
          expect(ours(each.text)).not.toMatch(outOfPlace);
          expect(isNeverNo(each, findings)).toBe(true);
        }
      }),
      { numRuns: 8, seed },
    );
  },
);
