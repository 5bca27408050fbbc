export { type Files, isUnsaved, type WorkFile } from "./files.ts";
export { createStore, type Store, useStore } from "./store.ts";
export type { FileVersion } from "./version.ts";
export { openWorkspace, type Workspace, type WorkspaceState } from "./workspace.ts";
