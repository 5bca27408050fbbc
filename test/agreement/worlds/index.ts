export type { Asked } from "./asked.ts";
export { type Kind, kinds, stableKinds } from "./kinds.ts";
export type { Knowledge, Question, World } from "./question.ts";
export { agrees, caseOf, countWorlds, linesOf, type Told, worlds } from "./stated.ts";
