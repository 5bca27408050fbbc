export { type AskedOf, CaseSpace } from "./caseSpace.ts";
export { hangTogether } from "./hangTogether.ts";
export { realise } from "./realise.ts";
export { type Replay, replay } from "./replay.ts";
export { type Attempt, type Search, search } from "./search.ts";
export type { Realised, RealiseOptions, WantedQuantity, WitnessPart, WitnessRequest } from "./wanted.ts";
