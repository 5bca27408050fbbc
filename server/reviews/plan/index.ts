export { comparedWith } from "./comparison.ts";
export { makePlan } from "./makePlan.ts";
export { type Planning, startPlanning } from "./planning.ts";
export { type ApprovalFacts, keysToAcknowledge, planFacts } from "./planGates.ts";
export type { PlanInput } from "./sides.ts";
