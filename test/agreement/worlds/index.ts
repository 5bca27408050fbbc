export type { Asked } from "./asked.ts";
export { type Kind, kinds } from "./kinds.ts";
export type { Knowledge, Question, World } from "./question.ts";
export { caseOf, countWorlds, linesOf, type Told, worlds } from "./stated.ts";
