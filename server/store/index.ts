export {
  type AuditDetail,
  type AuditEntry,
  type AuditEvent,
  type AuditPage,
  type AuditVerified,
  clockIsBehind,
  readAudit,
  record,
  verifyAudit,
} from "./audit/index.ts";
export { openStore, type Store, type StorePlace } from "./open.ts";
export { type Database, type DatabasePlace, openDatabase, type Tables } from "./database/index.ts";
