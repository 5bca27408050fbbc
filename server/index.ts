export {
  createApp,
  DEFAULT_PORT,
  type RunningServer,
  startServer,
  type Workspace,
} from "./http/index.ts";
export {
  createFile,
  type Decoded,
  decodeText,
  done,
  listSetFolders,
  type Refusal,
  type Result,
  readSetFile,
  readSetFiles,
  readTextFile,
  replaceFile,
  refuse,
  type SetFolder,
  type StoredFile,
  setFolderAt,
} from "./store/index.ts";
export { letterDocx, letterPdf } from "./letters/index.ts";
export {
  type Published,
  publishSet,
  readReleases,
  releasesFolder,
  type StoredRelease,
  type StoredReleases,
} from "./publishing/index.ts";
