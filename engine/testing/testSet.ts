import type { Example } from "../../dsl/index.ts";
import { type GuidelineInSet } from "../determine/index.ts";
import { exampleAsCase } from "../values/case/index.ts";
import type { Case } from "../values/index.ts";
import type { TestedCase, TestReport } from "./report.ts";
import { testCase, type TestingSet } from "./testCase.ts";

/** What testing needs of a guideline set. */
export interface TestableSet extends TestingSet {
  readonly cases: readonly { readonly path: string; readonly case: Case }[];
}

/** A case or example that was run. */
export interface RunTest {
  readonly tested: TestedCase;
  readonly requests: Case["requests"];
  /** With its place among the examples of its guideline; `null`: a case. */
  readonly example: { readonly index: number; readonly of: Example } | null;
}

/** Runs every case of the set, then every example of its guidelines, each example against its own guideline alone. */
export function testSet(set: TestableSet): TestReport {
  return reported(runTests(set).map(({ tested }) => tested));
}

/** The same, each beside what was run. */
export function runTests(set: TestableSet): readonly RunTest[] {
  const cases = set.cases.map(({ path, case: of }) => ({
    tested: testCase(set, of, path, "case"),
    requests: of.requests,
    example: null,
  }));
  return [...cases, ...set.guidelines.flatMap((guideline) => runExamples(set.name, guideline))];
}

function runExamples(set: string, own: GuidelineInSet): readonly RunTest[] {
  const { guideline } = own;
  const alone = { name: set, guidelines: [own] };
  return guideline.examples.map((example, index) => {
    const of = exampleAsCase(guideline, example);
    return {
      tested: testCase(alone, of, guideline.file, "example"),
      requests: of.requests,
      example: { index, of: example },
    };
  });
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
