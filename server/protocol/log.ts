import { z } from "zod";
import { keyRecordSchema, leafSchema, signedHeadSchema } from "../../engine/attestation/index.ts";
import { credentialSchema } from "./session.ts";

export const logHeadSchema = signedHeadSchema.meta({
  description: "What was signed of the log last: whoever keeps it sees later whether the log only grew",
});

/** A stretch of the log, in order. */
export const logEntriesSchema = z.object({
  from: z.int(),
  entries: z.array(leafSchema),
  next: z.int().nullable().meta({ description: "`from` of the next stretch; `null`: this is the last" }),
});

/** RFC 6962, section 2.1.2: that the tree of `from` was only added to, to come to the one of `to`. */
export const logConsistencySchema = z.object({
  from: z.int(),
  to: z.int(),
  proof: z.array(z.string()).readonly(),
});

export const keyListSchema = z.object({ keys: z.array(keyRecordSchema).readonly() });

export const keyRequestSchema = z.object({
  credential: credentialSchema.default({}),
  until: z.iso
    .date()
    .optional()
    .meta({ description: "The last day on which it may sign; two years where none is given" }),
});

export const keyRevocationRequestSchema = z.object({
  credential: credentialSchema.default({}),
  because: z.enum(["superseded", "compromised"]),
});
