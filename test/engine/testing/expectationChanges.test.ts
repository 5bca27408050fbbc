import { expect, test } from "vitest";
import { readSet } from "../../../engine/set/index.ts";
import { expectationChanges } from "../../../engine/testing/index.ts";

const guideline = `guideline "Knees"
  source "A book", page 1

fact knee pain: yes or no

service imaging
  MRI of the knee    CPT 73721

imaging if knee pain
  cite page 1

example "Pain"
  knee pain: yes
  expect imaging: criteria met
  cite "page 1"
`;

const knee = (title: string, expected: string | null, more = "") => `schema: precept/case/1
case: ${title}
dates:
  request date: 2024-01-01
  service date: 2024-01-01
facts:
  knee pain: yes
requests:
  - service: MRI of the knee
${expected === null ? "" : `    expect:\n      outcome: ${expected}\n      source: page 1\n${more}`}`;

type Files = Readonly<Record<string, string>>;

function changes(before: Files, now: Files) {
  const set = (files: Files) => {
    const { value, diagnostics } = readSet(
      Object.entries({ "knees.guideline": guideline, ...files }).map(([path, text]) => ({ path, text })),
    );
    expect(diagnostics.filter(({ severity, file }) => severity === "error" && file !== "set.yaml")).toEqual([]);
    return value;
  };
  return expectationChanges(set(before), set(now));
}

const met = { "cases/a.yaml": knee("A", "criteria met") };
const told = { case: "A", path: "cases/a.yaml", service: "MRI of the knee", source: "page 1", filledInByEngine: false };

test("nothing is told of what is expected as before, and of new cases that a person or a text answers", () => {
  expect(changes(met, { ...met, "cases/b.yaml": knee("B", "criteria not met") })).toEqual([]);
  expect(changes(met, { "cases/renamed.yaml": knee("A", "criteria met") })).toEqual([]);
});

test("another expected result is told with who says so", () => {
  const now = { "cases/a.yaml": knee("A", "criteria not met") };
  expect(changes(met, now)).toEqual([{ ...told, before: "criteria met", now: "criteria not met" }]);
});

test("what the engine filled in is told, new or not", () => {
  const engine = "      filled in by: engine\n";
  const filled = { "cases/a.yaml": knee("A", "criteria met", engine) };
  const byEngine = { ...told, now: "criteria met", filledInByEngine: true };
  expect(changes({}, filled)).toEqual([{ ...byEngine, before: null }]);
  expect(changes(met, filled)).toEqual([{ ...byEngine, before: "criteria met" }]);
  expect(changes(filled, filled)).toEqual([]);
});

test("what is expected no more is told, also of a case that is gone and of an example", () => {
  const silent = { ...told, before: "criteria met", now: null, source: null };
  expect(changes(met, { "cases/a.yaml": knee("A", null) })).toEqual([silent]);
  expect(changes(met, {})).toEqual([silent]);
  const without = { "knees.guideline": guideline.replace(/\nexample[^]*$/, "") };
  expect(changes({}, without)).toMatchObject([
    { case: "Pain", path: "knees.guideline", before: "criteria met", now: null },
  ]);
});
