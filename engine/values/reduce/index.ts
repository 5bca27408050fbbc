export { checkCase, type Declarations, declarationsOf } from "./checkCase.ts";
export { reduceCase } from "./reduceCase.ts";
