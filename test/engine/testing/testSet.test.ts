import { describe, expect, test } from "vitest";
import { testSet } from "../../../engine/testing/index.ts";
import { caseOf, guidelineInSet } from "../determine/determined.ts";

const text = `guideline "Neck"
  source "S", page 1

fact pain: yes or no
fact weakness: yes or no
fact smoker: yes or no
fact exercise: treatment trial

define trouble
  as pain AND weakness

service imaging
  MRI of the neck    CPT 72141

imaging if trouble
  cite page 1

example "Both"
  pain: yes
  weakness: yes
  expect imaging: criteria met
  expect trouble: met

example "A mistaken expectation"
  pain: no
  expect imaging: criteria met
`;
const guideline = guidelineInSet(text);

function tested(expect: string, facts = "pain: yes") {
  const of = caseOf(
    `schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: 2024-03-10 }\nfacts: { ${facts} }\nrequests:\n  - service: MRI of the neck\n    administrator: { decision: denied }\n${expect}`,
  );
  const [first] = testSet({ name: "set", guidelines: [guideline], cases: [{ path: "cases/c.yaml", case: of }] }).cases;
  return first;
}

test("a case that contradicts its guideline is refused and has no answers", () => {
  const assuming = guidelineInSet(text.replace("service imaging", "never pain AND weakness\n\nservice imaging"));
  const [seen] = testSet({ name: "set", guidelines: [assuming], cases: [] }).cases;
  expect(seen).toMatchObject({ status: "failed", actual: "contradictory, trouble contradictory" });
});

describe("Cases and examples against what they expect", () => {
  test("every expectation of a case counts: outcome, review, and answers of criteria and facts", () => {
    const right =
      "    expect: { outcome: information needed, review: upheld, answers: { trouble: not documented, pain: met, weakness: not documented }, source: S }\n";
    expect(tested(right)).toMatchObject({ case: "C", path: "cases/c.yaml", kind: "case", status: "passed", ok: true });
    expect(tested(right.replace("upheld", "overturned"))).toMatchObject({ status: "failed", ok: false });
    expect(tested(right.replace("pain: met", "pain: not met"))).toMatchObject({ status: "failed" });
    expect(tested(right.replace("outcome: information needed", "outcome: criteria met"))).toMatchObject({
      status: "failed",
    });
  });

  test("which guideline governs is expected by its title, in any capitals", () => {
    const expecting = (title: string) => tested(`    expect: { governing: ${title}, source: S }\n`);
    expect(expecting(guideline.guideline.title.toUpperCase())).toMatchObject({ status: "passed" });
    expect(expecting("Another")).toMatchObject({
      status: "failed",
      expected: "by Another",
      actual: `by ${guideline.guideline.title}`,
    });
  });

  test("criteria and scores are answered where the guideline leaves the request to others, or does not apply", () => {
    const open = guidelineInSet(`guideline "Knee"
  source "S", page 1
  applies when knee

fact knee: yes or no
fact pain: yes or no

score trouble
  - 2 if pain

service imaging
  MRI of the knee    CPT 73721

imaging if trouble above 5
imaging otherwise not addressed

example "Left to others"
  knee: yes
  pain: yes
  expect imaging: not addressed
  expect pain: met
  expect trouble: 2

example "Not a knee"
  knee: no
  pain: yes
  expect imaging: not addressed
  expect pain: met
  expect trouble: 2
`);
    const { cases } = testSet({ name: "set", guidelines: [open], cases: [] });
    expect(cases.map(({ status, actual }) => ({ status, actual }))).toMatchObject([
      { status: "passed" },
      { status: "passed" },
    ]);
  });

  test("a fact that no criterion tests, or that is no yes-or-no question, is answered by what is documented", () => {
    const line = "    expect: { answers: { smoker: met, exercise: not documented }, source: S }\n";
    expect(tested(line, "smoker: yes")).toMatchObject({ ok: true });
    expect(tested(line, "smoker: no")).toMatchObject({ ok: false });
    expect(tested(line, "smoker: yes, exercise: { value: failed after 6 weeks }")).toMatchObject({
      actual: "smoker met, exercise documented",
    });
  });

  test("what was expected and what was seen are told in words", () => {
    const wrong = "    expect: { outcome: criteria met, answers: { trouble: met }, source: S }\n";
    expect(tested(wrong)).toMatchObject({
      expected: "criteria met, trouble met",
      actual: "information needed, trouble not documented",
    });
  });

  test("a case that expects nothing is neither passed nor failed", () => {
    expect(tested("")).toMatchObject({ status: "without expectation", ok: false, expected: "no expectation" });
  });

  test("an answer of a criterion that is not declared cannot pass", () => {
    expect(tested("    expect: { answers: { truoble: met }, source: S }\n")).toMatchObject({
      status: "failed",
      actual: "truoble not declared",
    });
  });

  test("examples run as cases, each against its own guideline", () => {
    const { passed, failed, withoutExpectation, cases } = testSet({ name: "set", guidelines: [guideline], cases: [] });
    expect({ passed, failed, withoutExpectation }).toEqual({ passed: 1, failed: 1, withoutExpectation: 0 });
    expect(cases.map(({ case: title, kind, ok, actual }) => [title, kind, ok, actual])).toEqual([
      ["Both", "example", true, "criteria met, trouble met"],
      ["A mistaken expectation", "example", false, "criteria not met"],
    ]);
  });
});

test("a guideline that cannot be read is not taken for one that does not address the request", () => {
  const of = caseOf(
    "schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: 2024-03-10 }\nfacts: {}\nrequests:\n  - service: CT of the knee\n    expect: { outcome: not addressed, source: the guideline }\n",
  );
  const set = { name: "set", guidelines: [guideline], cases: [{ path: "cases/c.yaml", case: of }] };
  expect(testSet(set).cases[0]?.ok).toBe(true);
  const [seen] = testSet({ ...set, unread: ["knee.guideline"] }).cases;
  expect([seen?.ok, seen?.actual]).toEqual([false, "not determined"]);
});

describe("What a calculated number comes to", () => {
  const surgery = guidelineInSet(`guideline "Surgery"
  source "S", page 1

fact weight: number in kg, to 0.1
fact height: number in m, to 0.01
fact change: number in %, or none

define body mass index: number in kg/m2, to 0.1
  as weight divided by (height times height)

define worsening: number in %, to 0.1
  as 0 % minus change

service surgery
  gastric bypass    CPT 43644

surgery if body mass index at least 35 kg/m2
  cite page 1
`);

  /** `actual` of a case with these facts that expects this. */
  function comesTo(expected: string, facts: string) {
    const of = caseOf(
      `schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: 2024-03-10 }\nfacts: { ${facts} }\nrequests:\n  - service: gastric bypass\n    expect: { values: { ${expected} }, source: S }\n`,
    );
    return testSet({ name: "set", guidelines: [surgery], cases: [{ path: "c.yaml", case: of }] }).cases[0];
  }

  // 95 / 1.75 squared is 31.0204; 95.5 / 1.7 squared is 33.0449; 1.71 makes it 32.6596.
  test.each([
    ["body mass index: 31 kg/m2", "weight: 95 kg, height: 1.75 m"],
    ["body mass index: 33.0 kg/m2", "weight: 95.5 kg, height: 1.7 m"],
    ["body mass index: from 32.7 to 33.0 kg/m2", "weight: 95.5 kg, height: { from: 1.70 m, to: 1.71 m }"],
    ["body mass index: not documented", "weight: 95.5 kg"],
    ["worsening: no value", "change: none"],
    ["worsening: -12 %", "change: 12 %"],
  ])("%s of %s", (expected, facts) => expect(comesTo(expected, facts)).toMatchObject({ ok: true }));

  test("another number fails, in the words of both", () => {
    expect(comesTo("body mass index: 31.1 kg/m2", "weight: 95 kg, height: 1.75 m")).toMatchObject({
      ok: false,
      expected: "body mass index 31.1 kg/m2",
      actual: "body mass index 31 kg/m2",
    });
  });
});
