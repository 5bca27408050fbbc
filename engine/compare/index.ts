export type { CaseAnswer, Direction, Said, Settled } from "./answers.ts";
export {
  type CompareOptions,
  compareSets,
  type GuidelineCompared,
  type ServiceCompared,
  type SetComparison,
} from "./compareSets.ts";
export { type Counts, countBetween, countsOf } from "./counts.ts";
export type { DefinitionCompared } from "./definitions.ts";
export { type ExpectationHeld, type Expected, expectations, heldAgainst } from "./expectation.ts";
export type { FactChange } from "./facts.ts";
export { caseInWords } from "./inWords.ts";
export { comparisonAsJson } from "./json.ts";
export type { Move } from "./moves.ts";
export { remarksOf } from "./remarks.ts";
export { compareRequests, type RequestCompared, requestsFor } from "./requests.ts";
export type { SubjectCompared, Transition } from "./subject.ts";
export type { ComparedAs } from "./verdict.ts";
export type { Tested, When } from "./when.ts";
export type { Witness } from "./witness.ts";
