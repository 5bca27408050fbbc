export { type Installable, type Installed, installRelease, logBeside } from "./install.ts";
export { type Locked, readLock, writeLock } from "./lockFile.ts";
export { type Wanted, chooseAmong, chooseRelease, foldersIn, readWanted } from "./wanted.ts";
