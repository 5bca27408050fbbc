export { makePlan } from "./makePlan.ts";
export { keysToAcknowledge, planFacts } from "./planGates.ts";
export type { PlanInput } from "./sides.ts";
