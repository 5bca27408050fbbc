export {
  acceptClock,
  type AuditDetail,
  type AuditEntry,
  type AuditEvent,
  type AuditPage,
  type AuditPoint,
  type AuditVerified,
  clockIsBehind,
  lastAudited,
  readAudit,
  record,
  verifyAudit,
} from "./audit/index.ts";
export { checkBackup, COOKIE_SECRET, type Restored, restoreBackup, writeBackup } from "./backup/index.ts";
export { type FolderLock, lockFile } from "./lock/index.ts";
export { type OpenedStore, openStore, type Store, type StorePlace } from "./open.ts";
export {
  type Database,
  type DatabasePlace,
  type DatabaseProblem,
  databaseProblem,
  openDatabase,
  type Tables,
} from "./database/index.ts";
