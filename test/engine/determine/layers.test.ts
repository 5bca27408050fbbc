import { expect, test } from "vitest";
import { determine, type Finding } from "../../../engine/determine/index.ts";
import { caseOf, guidelineInSet } from "./determined.ts";

const head = `guideline "G"
  source "S", page 1
fact pain: yes or no
fact weakness: yes or no
service imaging
  MRI of the neck    CPT 72141
`;

const of = caseOf(`schema: precept/case/1
case: C
dates: { request date: 2024-03-10, service date: 2024-03-10 }
facts: { pain: yes }
requests: [{ service: MRI of the neck }]
`);

function criteria(declarations: string): Finding | undefined {
  const { value } = determine({ name: "set", guidelines: [guidelineInSet(head + declarations)] }, of);
  const [determination] = value.determinations;
  expect(determination?.outcome).toBe("criteria met");
  return determination?.findings.find(({ role }) => role === "criteria");
}

function findingsIn(finding: Finding | undefined): readonly Finding[] {
  return finding === undefined ? [] : [finding, ...finding.parts.flatMap(findingsIn)];
}

/** `count` layers, each of which names the one below it twice: told in full, 2 to the power of `count` findings. */
const layers = (count: number, first: string, layer: (of: number) => string): string =>
  first + Array.from({ length: count }, (_, index) => layer(index)).join("");

const definitions = (count: number): string =>
  layers(
    count,
    "define d0 so\n  as pain OR weakness\n",
    (at) => `define d${at + 1} so\n  as (d${at} so AND pain) OR (d${at} so AND weakness)\n`,
  );

test("definitions that are named once or twice are told in full wherever they stand", () => {
  const found = findingsIn(criteria(`${definitions(3)}imaging if d3 so\n`));
  expect(found.filter(({ reasonText }) => reasonText === "Shown in full above.")).toEqual([]);
  expect(found.filter(({ criterion }) => criterion === "d0 so")).toHaveLength(8);
});

test("layers of definitions are told in a tree of bounded size, each in full where it stands first", () => {
  const found = findingsIn(criteria(`${definitions(40)}imaging if d40 so\n`));
  expect(found.length).toBeLessThan(2_000);
  const again = found.filter(({ reasonText }) => reasonText === "Shown in full above.");
  expect(again.map(({ answer }) => answer)).toEqual(again.map(() => "met"));
  for (const { criterion } of again)
    expect(found.find((one) => one.criterion === criterion)?.parts.length).toBeGreaterThan(0);
});

test("layers of tables are told in a tree of bounded size", () => {
  const tables = layers(
    25,
    "table t0: whole number\n  first that applies\n  - 2 if pain\n  - 0 otherwise\n",
    (at) =>
      `table t${at + 1}: whole number\n  first that applies\n  - 2 if t${at} at least 2 AND pain\n  - 1 if t${at} at least 1 AND weakness\n  - 0 otherwise\n`,
  );
  expect(findingsIn(criteria(`${tables}imaging if t25 at least 2\n`)).length).toBeLessThan(5_000);
});
