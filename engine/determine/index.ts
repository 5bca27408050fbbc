export type {
  CaseDeterminations,
  Determination,
  Finding,
  Governing,
  Rationale,
  Sentence,
  Way,
  WayStep,
} from "./determination.ts";
export { determine, type GuidelineInSet, type GuidelinesInForce } from "./determine.ts";
export { requestedService } from "./governing.ts";
export { sourceInWords } from "./guidelineStates.ts";
