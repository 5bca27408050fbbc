export { type CaseKey, type Keeping, type KeepingRead, readKeeping } from "./keeping.ts";
export { deleteCase, expiryOf, keepPurging, purgeExpired, readCase } from "./retention.ts";
export { seal, unseal } from "./seal.ts";
