export { createDeterminer, type Determined, type Determiner, outcomesOf, type Refused } from "./answering/index.ts";
export { keepPurging, type Keeping, readKeeping } from "./cases/index.ts";
export { readReferences, shownReference } from "./references/index.ts";
