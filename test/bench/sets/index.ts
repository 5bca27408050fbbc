export { type Edit, edits, type EditKind, insideDeclarations, nameOfAFact } from "./edits.ts";
export { entangledGuideline } from "./entangledGuideline.ts";
export { longGuideline } from "./longGuideline.ts";
export { wideCriterion } from "./wideCriterion.ts";
export { longSet } from "./longSet.ts";
