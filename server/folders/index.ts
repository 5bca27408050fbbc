export { unfitText } from "./fits.ts";
export { collisions, foldName, writablePath } from "./path.ts";
export { done, type Refusal, type Result, refuse, type Stale } from "./result.ts";
export {
  inOrder,
  listSetFolders,
  readSetFile,
  readSetFiles,
  type SetFolder,
  type StoredFile,
  setFolderAt,
} from "./setFolder.ts";
export { systemProblem } from "./systemProblem.ts";
export { type Decoded, decodeText, etagOf, readTextFile } from "./text.ts";
export {
  createFile,
  createSecretly,
  inTurn,
  type Precondition,
  replaceFile,
  syncFolder,
  type WrittenFile,
  writeDurably,
  writeSecretly,
  writeSetFile,
} from "./writeFile.ts";
