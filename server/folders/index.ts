export { unfitText } from "./fits.ts";
export { collisions, foldName, writablePath } from "./path.ts";
export { done, type Refusal, type Result, refuse, type Stale } from "./result.ts";
export {
  inOrder,
  listSetFolders,
  openSetFolder,
  readSetFile,
  readSetFiles,
  type SetFolder,
  type StoredFile,
  setFolderAt,
} from "./setFolder.ts";
export { systemProblem } from "./systemProblem.ts";
export { type Decoded, decodeText, etagOf, readTextFile } from "./text.ts";
export { createFile, inTurn, type Precondition, replaceFile, type WrittenFile, writeSetFile } from "./writeFile.ts";
