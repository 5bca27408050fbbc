export { attestationFile, folderShelf, LOG_FILE } from "./folderShelf.ts";
export { effectiveProblem, firstToday, soonest } from "./effective.ts";
export { areOpen, type GateFacts, gatesOf, isWaivable } from "./gates.ts";
export { type KeySecret, keySecret, secretInFile } from "./keySecret.ts";
export { createKey, type KeysChanged, type KeyWish, revokeKey, rotateKeys } from "./manageKeys.ts";
export {
  type FolderCandidate,
  folderCandidate,
  publishFolder,
  shelfOf,
} from "./publish.ts";
export { type Published, publishRelease, type ReleaseWish } from "./publishRelease.ts";
export {
  readReleases,
  releasesFolder,
  type StoredRelease,
} from "./readReleases.ts";
export { type Retired, type Retirement, retireRelease } from "./retire.ts";
export type { Shelf, ShelvedFiles, ShelvedRelease, ShelvedReleases } from "./shelf.ts";
export { type Adding, storedReleases, storeShelf } from "./storeShelf.ts";
export { storedEntries, storedHashes, storedHeads } from "./storedLog.ts";
export { rebuildInThread } from "./rebuilding/index.ts";
export { changeKeys, workspaceKeySet, workspaceKeys } from "./workspaceKeys.ts";
export { type Installable, type Installed, installRelease, logBeside } from "./install.ts";
export { type Locked, readLock, writeLock } from "./lockFile.ts";
export { chooseAmong, chooseRelease, foldersIn, readWanted, type Wanted } from "./wanted.ts";
