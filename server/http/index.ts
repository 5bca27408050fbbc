export { createApp } from "./app.ts";
export { DEFAULT_PORT, type RunningServer, startServer } from "./listen.ts";
export type { Workspace } from "./workspace.ts";
