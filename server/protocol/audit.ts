import { z } from "zod";
import { personNameSchema } from "./signings.ts";

/** Entries on one page. */
export const AUDIT_PAGE = 100;

const auditEntrySchema = z
  .object({
    seq: z.number().int().meta({ description: "From 1, without gaps" }),
    at: z.iso.datetime(),
    actor: z.string().meta({ description: "The id of who did it" }),
    action: z.string(),
    subject: z.string().meta({ description: "What it was done to" }),
    detail: z.record(z.string(), z.unknown()),
    previous: z.string().meta({ description: "The hash of the entry before" }),
    hash: z.string().meta({ description: "SHA-256 of the canonical JSON (RFC 8785) of all of the above" }),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditPageSchema = z
  .object({
    entries: z.array(auditEntrySchema).meta({ description: `The latest first, at most ${AUDIT_PAGE}` }),
    people: z.array(personNameSchema).meta({ description: "Who the ids of these entries are" }),
    changes: z
      .array(z.object({ id: z.number().int(), set: z.string(), title: z.string() }))
      .meta({ description: "What the changes are called that these entries name by number" }),
    before: z.number().int().nullable().meta({ description: "What to ask for to read on; `null` at the first entry" }),
  })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof auditPageSchema>;

const clock = z
  .string()
  .nullable()
  .meta({ description: "Why nothing is signed now: the clock is behind the last entry; `null`: it is not" });

export const auditVerificationSchema = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("whole"),
      entries: z.number().int(),
      head: z
        .string()
        .meta({ description: "The hash of the last entry: noted elsewhere, it shows later what was cut off" }),
      anchored: z.object({ seq: z.number().int(), hash: z.string(), at: z.iso.datetime() }).nullable().meta({
        description: "The last entry that the signed log of releases holds, so that nothing up to it can be rewritten",
      }),
      clock,
    }),
    z.object({
      kind: z.literal("unproved"),
      entries: z.number().int(),
      head: z.string(),
      problem: z.string().meta({ description: "Why the log of releases cannot show that nothing was rewritten" }),
      clock,
    }),
    z.object({
      kind: z.literal("rewritten"),
      seq: z.number().int().meta({ description: "An entry that the signed log of releases holds otherwise" }),
      problem: z.string(),
      clock,
    }),
    z.object({
      kind: z.literal("broken"),
      seq: z.number().int().meta({ description: "The first entry that is not as it was written" }),
      problem: z.string(),
      clock,
    }),
  ])
  .meta({ id: "AuditVerification" });
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
