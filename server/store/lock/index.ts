export type { Holder } from "./holder.ts";
export { type FolderLock, type Locked, lockFolder } from "./lock.ts";
