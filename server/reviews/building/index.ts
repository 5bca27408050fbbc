export { buildInThread } from "./buildInThread.ts";
