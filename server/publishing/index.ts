export { type AnchoredAudit, verifyAnchoredAudit } from "./anchoredAudit.ts";
export { effectiveProblem, firstPossible, firstToday, soonest } from "./effective.ts";
export { areOpen, type GateFacts, gatesOf, isWaivable } from "./gates.ts";
export {
  chooseAmong,
  chooseRelease,
  foldersIn,
  type Installable,
  type Installed,
  installRelease,
  type Locked,
  logBeside,
  readLock,
  readWanted,
  type Wanted,
  writeLock,
} from "./installing/index.ts";
export { type KeySecret, keySecret, readSecret, secretInFile } from "./keys/index.ts";
export { createKey, type KeysChanged, type KeyWish, revokeKey, rotateKeys } from "./manageKeys.ts";
export { type FolderCandidate, folderCandidate, publishFolder, shelfOf } from "./publish.ts";
export { type Published, publishRelease, type ReleaseWish } from "./publishRelease.ts";
export { rebuildInThread } from "./rebuilding/index.ts";
export { type Retired, type Retirement, retireRelease } from "./retire.ts";
export {
  type Adding,
  attestationFile,
  folderShelf,
  LOG_FILE,
  readReleases,
  releasesFolder,
  type Shelf,
  type ShelvedFiles,
  type ShelvedRelease,
  type ShelvedReleases,
  storedEntries,
  storedHashes,
  storedHeads,
  type StoredRelease,
  storedReleases,
  storeShelf,
} from "./shelves/index.ts";
export { type StoredPayload, stoodForProblem } from "./stoodFor.ts";
export { changeKeys, workspaceKeySet, workspaceKeys } from "./workspaceKeys.ts";
