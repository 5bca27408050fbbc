export type { CaseProblem, EditionTexts, EngineTask } from "./messages.ts";
export { createPool, type Outcome, type Pool } from "./pool.ts";
