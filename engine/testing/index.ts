export type { Compared, OutcomeSeen, TestedCase, TestedRequest, TestReport } from "./report.ts";
export { type TestableSet, testSet } from "./testSet.ts";
