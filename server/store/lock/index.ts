export type { Holder } from "./holder.ts";
export { type FolderLock, type Locked, lockFile, lockFolder } from "./lock.ts";
export { keepServersOut, Serving } from "./serving.ts";
