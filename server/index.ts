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
  refuse,
  type SetFolder,
  type StoredFile,
  setFolderAt,
} from "./store/index.ts";
