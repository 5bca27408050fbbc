export type {
  CaseDeterminations,
  DecidingFact,
  Determination,
  Finding,
  Governing,
  Rationale,
  Role,
  Sentence,
  TableFound,
  Way,
  WayStep,
  WorkedOut,
} from "./determination.ts";
export { determine } from "./determine.ts";
export { inForce, requestedService } from "./governing.ts";
export { localFirst } from "./precedence.ts";
export { sourceInWords } from "./guidelineStates.ts";
export { type Consulted, placeIn, type Standing } from "./authority/index.ts";
export type { GuidelineInSet, GuidelinesInForce } from "./guidelinesInForce.ts";
export { type Judgement, judge } from "./judge.ts";
export { type NamedAnswer, namedAnswer } from "./namedAnswer.ts";
export { valueAgainst } from "./valueAgainst.ts";
export { reviewOf } from "./review.ts";
export type { Scene } from "./scene.ts";
