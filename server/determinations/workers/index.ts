export type { CaseProblem } from "./messages.ts";
export { createPool, type Pool } from "./pool.ts";
