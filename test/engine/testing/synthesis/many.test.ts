import { expect, test } from "vitest";
import { suggestCases } from "../../../../engine/testing/synthesis/index.ts";
import { setInText } from "../setInText.ts";

/** As many as are held against each other. */
const mostCompared = 150;

const facts = Array.from({ length: 40 }, (_, at) => `symptom ${at}`);

test("Of more than can be held against each other, cases are found all the same", () => {
  const set = setInText(`guideline "Many"
  effective from 2020-01-01

${facts.map((fact) => `fact ${fact}: yes or no`).join("\n")}

service imaging
  an image    CPT 72148

imaging if any of
${facts.map((fact) => `  - ${fact}`).join("\n")}
`);
  const { cases, open } = suggestCases(set);
  const closed = cases.flatMap(({ closes }) => closes.map(({ what }) => what));
  expect(cases.length).toBeGreaterThan(0);
  expect(new Set(closed).size).toBeGreaterThan(mostCompared);
  expect(open.filter(({ what }) => closed.includes(what))).toEqual([]);
});
