import { z } from "zod";
import { caseSchema } from "./schema.ts";

/**
 * The JSON Schema (2020-12) of case files, for editors. Texts may be written as bare numbers there: `page: 12`, `PO2: 57`.
 */
export function caseJsonSchema(): Readonly<Record<string, unknown>> {
  const made = z.toJSONSchema(caseSchema, { target: "draft-2020-12", io: "input", override: allowNumbers });
  return { ...made, title: "Precept case" };
}

function allowNumbers({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const isFreeText =
    jsonSchema.type === "string" && !jsonSchema.enum && !jsonSchema.pattern && jsonSchema.const === undefined;
  if (isFreeText) Object.assign(jsonSchema, { type: ["string", "number"] });
}
