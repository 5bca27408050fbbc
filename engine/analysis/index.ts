export { type AnalysisOptions, analyseSet, type ProofBoard } from "./analyseSet.ts";
export { fixesOf } from "./fixes.ts";
export { type ProblemName, problemNames, problems } from "./problems.ts";
export type { Accepted, Asked, Found, Question, Subject, Verdict } from "./question.ts";
