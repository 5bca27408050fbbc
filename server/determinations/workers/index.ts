export type { CaseProblem, EditionTexts, Task } from "./messages.ts";
export { createPool, type Outcome, type Pool } from "./pool.ts";
