import { z } from "zod";
import { FILES_LIMIT } from "../../engine/release/index.ts";
import { problemSchema } from "./problem.ts";
import { noteSchema } from "./sets.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a folder is filled with. */
export const pulledSchema = z
  .object({
    set: z.string(),
    revision: z.number().int(),
    files: z.array(z.object({ path: z.string(), text: z.string(), sha256 })).max(FILES_LIMIT),
    unread: z
      .array(z.object({ path: z.string(), why: z.string() }))
      .max(FILES_LIMIT)
      .meta({ description: "Files that are no text, which stay where they are" }),
  })
  .meta({ id: "Pulled" });
export type Pulled = z.infer<typeof pulledSchema>;

/** What was changed in a folder; `base` of a file is the hash of what it was changed from, null where there was nothing. */
export const pushRequestSchema = z
  .object({
    base: z
      .number()
      .int()
      .nullable()
      .meta({ description: "The revision that was pulled; null: none, the set may be new" }),
    files: z.array(z.object({ path: z.string(), text: z.string(), base: sha256.nullable() })).max(FILES_LIMIT),
    removed: z.array(z.object({ path: z.string(), base: sha256 })).max(FILES_LIMIT),
    note: noteSchema,
  })
  .meta({ id: "Push" });
export type PushRequest = z.infer<typeof pushRequestSchema>;

export const pushedSchema = z.object({ revision: z.number().int() }).meta({ id: "Pushed" });

/** 412: every file that was changed on both sides, with both texts; null where it was removed. Nothing was taken. */
export const conflictsSchema = problemSchema
  .extend({
    conflicts: z.array(
      z.object({
        path: z.string(),
        mine: z.string().nullable(),
        theirs: z.object({ text: z.string(), etag: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: "Conflicts" });
