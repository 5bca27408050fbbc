export { acceptance, type Acceptance } from "./acceptance.ts";
export { type CountedTest, type NotCounted, reaches, run, type Tests, testsOf } from "./counted.ts";
export { type ExpectationChange, expectationChanges } from "./expectationChanges.ts";
export type { Compared, OutcomeSeen, TestedCase, TestedRequest, TestReport } from "./report.ts";
export { takenDown } from "./takenDown.ts";
export { testCase, type TestingSet } from "./testCase.ts";
export { type RunTest, runTests, type TestableSet, testSet } from "./testSet.ts";
export { openStretches, type Stretch } from "./stretches.ts";
export { ended, type Steps } from "./steps.ts";
