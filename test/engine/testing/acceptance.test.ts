import { expect, test } from "vitest";
import { editExample } from "../../../dsl/index.ts";
import { readSet } from "../../../engine/set/index.ts";
import { acceptance, expectationChanges, runTests, testSet, testsOf } from "../../../engine/testing/index.ts";
import { editCase } from "../../../engine/values/case/index.ts";

const guideline = (weeks: number) => `guideline "Knees"
  source "A manual", page 3

fact program: treatment trial

define failed program
  as program lasted at least ${weeks} weeks AND program failed

service imaging
  MRI of the knee
  CT of the knee

imaging if failed program

example "Six weeks"
  program: failed after 6 weeks
  expect failed program: met
  expect CT of the knee: criteria met

example "Nine weeks"
  program: failed after 9 weeks
  expect imaging: criteria met
`;

const caseText = `schema: precept/case/1
case: Failed after six weeks
dates: { request date: 2024-05-01, service date: 2024-05-01 }
facts:
  program: failed after 6 weeks
requests:
  - service: MRI of the knee
    expect:
      # what the reviewer decided
      outcome: criteria met   # in full
      answers: { failed program: met }
      source: Dr. Example
`;

const files = (text: string, cases = caseText) => [
  { path: "set.yaml", text: "schema: precept/set/1\nname: knees\ntitle: Knees\ndescription: Knees.\n" },
  { path: "knees.guideline", text },
  { path: "cases/six.yaml", text: cases },
];

function accepted(text: string, cases = caseText) {
  const because = "Nine weeks since May";
  let [newText, newCase] = [text, cases];
  for (const run of runTests(readSet(files(text, cases)).value))
    for (const change of acceptance(run))
      if (change.kind === "accepted") newCase = editCase(newCase, { ...change, because });
      else newText = editExample(newText, { ...change, because });
  return files(newText, newCase);
}

test("what failed comes out as expected, a case and an example under the name it uses for the service", () => {
  expect(testSet(readSet(files(guideline(9))).value)).toMatchObject({ passed: 1, failed: 2 });
  expect(testSet(readSet(accepted(guideline(9))).value)).toMatchObject({ passed: 3, failed: 0 });
});

test("keeps what stands between the entries of a case", () => {
  const [, , { text } = { text: "" }] = accepted(guideline(9));
  expect(text).toContain(
    [
      "    expect:",
      "      # what the reviewer decided",
      "      outcome: criteria not met   # in full",
      "      answers:",
      "        failed program: not met",
      "      source: Nine weeks since May",
      "      filled in by: engine",
    ].join("\n"),
  );
});

test("what was accepted is listed for the reviewer and proves nothing", () => {
  const [before, now] = [readSet(files(guideline(6))).value, readSet(accepted(guideline(9))).value];
  expect(expectationChanges(before, now)).toMatchObject([
    { path: "cases/six.yaml", now: "criteria not met, failed program not met", filledInByEngine: true },
    { case: "Six weeks", source: "Nine weeks since May", filledInByEngine: true },
  ]);
  expect(testsOf(now).notCounted).toEqual([
    { case: "Failed after six weeks", path: "cases/six.yaml", because: "filled in by the engine" },
    { case: "Six weeks", path: "knees.guideline", because: "filled in by the engine" },
  ]);
});

test("where all comes out as expected there is nothing to accept", () => {
  const runs = runTests(readSet(files(guideline(6))).value);
  expect(runs.flatMap(acceptance)).toEqual([]);
});

test("what no case can expect is not accepted, not in part either", () => {
  const assumed = `${guideline(9)}\nnever failed program\n`.replace("at least 9", "at least 5");
  const [first] = runTests(readSet(files(assumed)).value);
  expect(first?.tested.requests[0]?.outcome?.actual).toBe("contradictory");
  expect(first === undefined ? null : acceptance(first)).toEqual([]);
});
