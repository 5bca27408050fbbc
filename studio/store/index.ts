export { type Files, type FileVersion, isUnsaved, type WorkFile } from "./files.ts";
export { createStore, type Store, useStore } from "./store.ts";
export { openWorkspace, type Workspace, type WorkspaceState } from "./workspace.ts";
