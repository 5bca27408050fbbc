export { type MeaningPart, meaningOfSet } from "./meaningOfSet.ts";
export { type DigestedPart, stepBetween, stepFrom } from "./step.ts";
