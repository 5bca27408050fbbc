export { rebuildInThread } from "./rebuildInThread.ts";
