export { decodeCase } from "./decode.ts";
export { caseJsonSchema } from "./jsonSchema.ts";
export { caseSchemaName } from "./schema.ts";
