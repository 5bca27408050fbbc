export type { CaseValues, GeneratedModule } from "./generated.ts";
export { type GeneratedGuideline, javascript } from "./javascript.ts";
