export { createSet } from "./createSet.ts";
export type { By, Draft, DraftFile } from "./draft.ts";
export { history, type HistoryPage, readRevision, type Revision } from "./history.ts";
export { importFolder } from "./importFolder.ts";
export { type Conflict, type Conflicts, type Push, pushFiles } from "./pushFiles.ts";
export { draftRevision, type ListedSet, listSets, readDraft, readDraftFile, textOf } from "./readDraft.ts";
export { type MovedOn, replaceFiles } from "./replaceFiles.ts";
export { listRemoved, type RemovedSet, removeSet, restoreSet } from "./removal.ts";
export { removeFile, type SavedFile, saveFile } from "./saveFile.ts";
