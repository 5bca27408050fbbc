import { describe, expect, test } from "vitest";
import { analyse } from "../../../../dsl/index.ts";
import { exampleAsCase } from "../../../../engine/values/case/index.ts";

const { value: guideline, diagnostics } = analyse({
  name: "neck.guideline",
  text: `guideline "Neck"
  source "A test"
  effective from 2009-06-18

fact symptom change: yes or no
  needs objective evidence
  needs evidence within 3 months before request date
  needs evidence from treating physician

fact strengthening: treatment trial

define failed strengthening
  as strengthening lasted at least 6 weeks AND strengthening failed

service imaging
  MRI of the neck  CPT 72141
  CT of the neck   CPT 72125

imaging if symptom change OR failed strengthening
  cite "page 1"

example "An opinion is not enough"
  symptom change: yes, by opinion
  strengthening: not documented
  expect imaging: information needed
  expect failed strengthening: not documented

example "A finding is"
  symptom change: yes
  expect imaging: criteria met

example "Six weeks"
  strengthening: failed after 6 weeks
  expect failed strengthening: met
`,
});

const [opinion, finding, weeks] = guideline.examples.map((example) => exampleAsCase(guideline, example));

describe("An example of a guideline, as a case", () => {
  test("is of a guideline without errors", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("is set on the first day the guideline is in force", () => {
    expect(opinion?.dates).toEqual({ "request date": "2009-06-18", "service date": "2009-06-18" });
  });

  test("asks for the service it expects an outcome of, and expects its answers", () => {
    expect(opinion?.requests).toMatchObject([
      {
        service: "MRI of the neck",
        expect: { outcome: "information needed", review: null, answers: { "failed strengthening": "not documented" } },
      },
    ]);
  });

  test("without an outcome asks for the first service", () => {
    expect(weeks?.requests).toMatchObject([
      { service: "MRI of the neck", expect: { outcome: null, answers: { "failed strengthening": "met" } } },
    ]);
  });

  test("has evidence of the kind its author names, else of the kind the fact needs", () => {
    expect(opinion?.facts[0]?.statements[0]?.evidence).toMatchObject({ kind: "opinion", author: "treating physician" });
    const [statement] = finding?.facts[0]?.statements ?? [];
    expect(["objective finding", "test result"]).toContain(statement?.evidence?.kind);
    expect(statement?.evidence).toMatchObject({ author: "treating physician", date: "2009-06-18" });
    expect(weeks?.facts[0]?.statements[0]).toMatchObject({
      value: { kind: "text", text: "failed after 6 weeks" },
      evidence: null,
    });
  });

  test("knows what was asked and unknown from what was never asked", () => {
    expect(opinion?.facts.map(({ fact, asked }) => [fact, asked])).toEqual([
      ["symptom change", false],
      ["strengthening", true],
    ]);
    expect(finding?.facts.map(({ fact }) => fact)).toEqual(["symptom change"]);
  });
});
