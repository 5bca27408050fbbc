export { createApp, DEFAULT_PORT, type RunningServer, startServer, type Workspace } from "./http/index.ts";
