export type { Building } from "./buildWorker.ts";
export { buildInThread } from "./buildInThread.ts";
