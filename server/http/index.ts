export { createApp } from "./app.ts";
export { type RunningServer, startServer } from "./listen.ts";
export type { Workspace } from "./workspace.ts";
