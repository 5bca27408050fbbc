import { z } from "zod";

const sha256 = z.string().meta({ description: "SHA-256 of the bytes, in hexadecimal digits" });

const revisionSchema = z
  .object({
    revision: z.number().int(),
    path: z.string(),
    actor: z.string().meta({ description: "The id of who made it; `import`: it came from the folder" }),
    name: z.string().meta({ description: "Their name" }),
    at: z.iso.datetime(),
    note: z.string(),
    sha256: sha256.nullable().meta({ description: "Null where the file was removed" }),
  })
  .meta({ id: "Revision" });
export type Revision = z.infer<typeof revisionSchema>;

export const historySchema = z
  .object({
    revisions: z.array(revisionSchema).meta({ description: "The latest first" }),
    before: z.number().int().nullable().meta({ description: "`before` of the next page, null on the last" }),
  })
  .meta({ id: "History" });
export type History = z.infer<typeof historySchema>;

export const revisionTextSchema = revisionSchema
  .extend({ text: z.string().nullable().meta({ description: "Null where there was none" }) })
  .meta({ id: "RevisionText" });
export type RevisionText = z.infer<typeof revisionTextSchema>;
