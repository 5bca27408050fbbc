import { type GuidelineInSet } from "../determine/index.ts";
import { exampleAsCase } from "../values/case/index.ts";
import type { Case } from "../values/index.ts";
import type { TestedCase, TestReport } from "./report.ts";
import { testCase, type TestingSet } from "./testCase.ts";

/** What testing needs of a guideline set. */
export interface TestableSet extends TestingSet {
  readonly cases: readonly { readonly path: string; readonly case: Case }[];
}

/** Runs every case of the set, then every example of its guidelines, each example against its own guideline alone. */
export function testSet(set: TestableSet): TestReport {
  const cases = set.cases.map(({ path, case: of }) => testCase(set, of, path, "case"));
  const examples = set.guidelines.flatMap((guideline) => testExamples(set.name, guideline));
  return reported([...cases, ...examples]);
}

function testExamples(set: string, own: GuidelineInSet): readonly TestedCase[] {
  const { guideline } = own;
  const alone = { name: set, guidelines: [own] };
  return guideline.examples.map((example) =>
    testCase(alone, exampleAsCase(guideline, example), guideline.file, "example"),
  );
}

function reported(cases: readonly TestedCase[]): TestReport {
  const count = (status: TestedCase["status"]): number => cases.filter((each) => each.status === status).length;
  return {
    passed: count("passed"),
    failed: count("failed"),
    withoutExpectation: count("without expectation"),
    cases,
  };
}
