export { decodeCase, decodeCaseData } from "./decode.ts";
export { type CaseEdit, editCase, type TakenDown } from "./edit.ts";
export { exampleAsCase } from "./example.ts";
export { caseJsonSchema } from "./jsonSchema.ts";
export { caseSchemaName } from "./schema.ts";
export { caseData, writeCase } from "./write.ts";
