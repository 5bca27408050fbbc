export { Sameness } from "./askTheSame.ts";
export type { Renames } from "./calledAsNow.ts";
export { guidelinePairs, type Pair, paired } from "./guidelinePairs.ts";
export { behindFact, renamesBetween } from "./renames.ts";
export { sameFunctions } from "./sameFunction.ts";
export { isStricter } from "./stricter.ts";
export { type OwnService, servicePairs } from "./servicePairs.ts";
export type { Side } from "./sharedQuantities.ts";
export { type Version, version } from "./version.ts";
