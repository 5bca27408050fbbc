export type { EditionTexts, EngineTask } from "./messages.ts";
export type { ReleaseParts } from "./parts.ts";
export { createPool, type Pool } from "./pool.ts";
export type { Outcome } from "./thread.ts";
