export { checkBackup } from "./check.ts";
export { COOKIE_SECRET } from "./leftOut.ts";
export { type Restored, restoreBackup } from "./restore.ts";
export { writeBackup } from "./write.ts";
