export { determinationsAsJson, rationaleText } from "./determinations.ts";
export { caseDigest, type Determined, determinationRecord, type MadeWith, recordSchemaName } from "./record.ts";
