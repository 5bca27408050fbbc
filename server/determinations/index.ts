export {
  createDeterminer,
  type Determined,
  type Determiner,
  editionNamed,
  outcomesOf,
  type Refused,
} from "./answering/index.ts";
export { deleteCase, keepPurging, type Keeping, readKeeping } from "./cases/index.ts";
export { decide, listCandidates, makeCaseOf, withDecisions } from "./decisions/index.ts";
export { readReference, readReferences } from "./references/index.ts";
export type { Refusal } from "./refusal.ts";
export { createPool, type Pool } from "./workers/index.ts";
