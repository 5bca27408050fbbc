export { type Analyst, type AnalystState, openAnalyst } from "./analyst.ts";
export type * from "./protocol.ts";
export { type CasesTested, testCases } from "./testCases.ts";
