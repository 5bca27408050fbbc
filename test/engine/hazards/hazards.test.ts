import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testSet } from "../../../engine/testing/index.ts";
import { checkGolden, goldenFiles } from "../../support/index.ts";
import { caseOf, decided, findingsTold, guidelineInSet } from "../determine/determined.ts";

/*
 * What goes wrong in the field, a file each: why it does, a guideline, and cases with what is expected of them and why. What is
 * expected comes from arithmetic or the published text; below it stands all that is said.
 */
describe("hazards from the field", () => {
  for (const golden of goldenFiles(join(import.meta.dirname, "cases"))) {
    const [, ...sections] = golden.source.split(/^={5} \w+\n/m);
    const [text = "", ...cases] = sections;
    const guidelines = [guidelineInSet(text)];
    const set = { name: "hazard", guidelines };

    test(`${golden.name}: as expected`, () => {
      const report = testSet({
        ...set,
        cases: cases.map((each, at) => ({ path: `cases/${at + 1}.yaml`, case: caseOf(each) })),
      });
      expect(report.cases.filter(({ ok }) => !ok)).toEqual([]);
      expect(report.passed).toBe(cases.length);
    });

    test(`${golden.name}: all that is said`, () => {
      const told = cases.map((each) => {
        const answered = decided(set, caseOf(each));
        return `${answered.case.title}\n\n${findingsTold(answered)}\n`;
      });
      checkGolden(golden, told.join("\n"));
    });
  }
});
