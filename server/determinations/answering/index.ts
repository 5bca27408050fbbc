export { CASE_LIMIT, type Refused } from "./asked.ts";
export { createDeterminer, type Determined, type Determiner } from "./determiner.ts";
export { outcomesOf } from "./outcomes.ts";
export { editionNamed } from "./editionNamed.ts";
