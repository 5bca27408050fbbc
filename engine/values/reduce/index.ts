export { checkCase } from "./checkCase.ts";
export { reduceCase } from "./reduceCase.ts";
