export { checkCase, type Declarations, declarationsOf } from "./checkCase.ts";
export type { Answered } from "./literal.ts";
export { readStated } from "./reading.ts";
export { unmetNeeds } from "./needs.ts";
export { type ListReader, listReader } from "./listReader.ts";
export { entryProgram, type ReadEntry } from "./lists/index.ts";
export { reduceCase } from "./reduceCase.ts";
export { fieldName, leavingOut, type Undeclared, undeclaredIn } from "./undeclared.ts";
