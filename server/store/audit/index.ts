export { acceptClock, clockIsBehind } from "./clock.ts";
export type { AuditDetail, AuditEntry, AuditEvent, AuditPoint } from "./entry.ts";
export { type AuditPage, lastAudited, readAudit } from "./read.ts";
export { record } from "./record.ts";
export { type AuditVerified, verifyAudit } from "./verify.ts";
