export { attestationFile, folderShelf, LOG_FILE } from "./folderShelf.ts";
export { ownLog } from "./ownLog.ts";
export { readReleases, releasesFolder, type StoredRelease } from "./readReleases.ts";
export {
  type Addition,
  type Nothing,
  nothing,
  type Shelf,
  type ShelvedFiles,
  type ShelvedRelease,
  type ShelvedReleases,
  type Turn,
} from "./shelf.ts";
export { type Adding, storedReleases, storeShelf } from "./storeShelf.ts";
export { storedEntries, storedHashes, storedHeads } from "./storedLog.ts";
