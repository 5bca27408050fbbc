import { z } from "zod";
import { comparisonSchema } from "./comparisons.ts";
import { gateSchema } from "./gates.ts";
import { said } from "./said.ts";
import { personNameSchema, signingSchema } from "./signings.ts";

const changeStatuses = ["in review", "approved", "published", "retired", "withdrawn"] as const;
export const changeStatusSchema = z.enum(changeStatuses);
export type ChangeStatus = z.infer<typeof changeStatusSchema>;

export const changeRequestSchema = z
  .object({
    title: said(200).min(1),
    description: said(10_000).default(""),
    revision: z.number().int().nonnegative().meta({
      description: "The revision of the draft that was read: what is sent to review is what its author has seen",
    }),
  })
  .meta({ id: "ChangeRequest" });
export type ChangeRequest = z.input<typeof changeRequestSchema>;

export const roundRequestSchema = z.object({ revision: z.number().int().nonnegative() }).meta({ id: "RoundRequest" });
export type RoundRequest = z.infer<typeof roundRequestSchema>;

const roundSchema = z
  .object({
    round: z.number().int(),
    digest: z.string().meta({ description: "Content digest of its files" }),
    base: z.string().nullable().meta({ description: "The release it is compared with; `null`: it would be the first" }),
    files: z.array(z.object({ path: z.string(), sha256: z.string() })),
    authors: z
      .array(
        personNameSchema.extend({
          attributedBy: personNameSchema.nullable().meta({
            description: "Who said that they wrote it, where the text itself does not; they may not approve it either",
          }),
          paths: z.array(z.string()),
        }),
      )
      .meta({ description: "Who wrote any part of it since the last release: none of them may approve it" }),
    by: personNameSchema.meta({ description: "Who sent it" }),
    at: z.string(),
  })
  .meta({ id: "Round" });
export type Round = z.infer<typeof roundSchema>;

/** One move, or one changed expectation, that a reviewer has looked at. */
const acknowledgmentSchema = z
  .object({ key: z.string(), by: personNameSchema, at: z.string() })
  .meta({ id: "Acknowledgment" });
export type Acknowledgment = z.infer<typeof acknowledgmentSchema>;

export const acknowledgmentRequestSchema = z
  .object({
    round: z.number().int().positive(),
    digest: z.string(),
    keys: z.array(z.string().min(1).max(1_000)).min(1).max(1_000).meta({
      description: "Keys of transitions, services and expectations of the plan",
    }),
  })
  .meta({ id: "AcknowledgmentRequest" });
export type AcknowledgmentRequest = z.infer<typeof acknowledgmentRequestSchema>;

const changeSummarySchema = z
  .object({
    id: z.number().int(),
    set: z.string(),
    title: z.string(),
    status: changeStatusSchema,
    rounds: z.number().int(),
    by: personNameSchema,
    at: z.string(),
    closed: z.string().nullable(),
    version: z.string().nullable().meta({ description: "The release it became" }),
  })
  .meta({ id: "ChangeSummary" });
export type ChangeSummary = z.infer<typeof changeSummarySchema>;

export const changeListSchema = z
  .object({
    changes: z.array(changeSummarySchema).meta({ description: "The newest first" }),
    next: z.number().int().nullable().meta({ description: "`before` of the next page; `null`: these are the last" }),
  })
  .meta({ id: "Changes" });
export type ChangeList = z.infer<typeof changeListSchema>;

export const changeSchema = changeSummarySchema
  .omit({ rounds: true })
  .extend({
    description: z.string(),
    rounds: z.array(roundSchema).meta({ description: "The last one is the one under review" }),
    gates: z.array(gateSchema).meta({ description: "Of the last round" }),
    acknowledgments: z.array(acknowledgmentSchema).meta({ description: "Of the last round" }),
    signings: z.array(signingSchema).meta({ description: "Of all rounds, the oldest first" }),
    comments: z.object({ total: z.number().int(), open: z.number().int() }),
    draft: z
      .object({ revision: z.number().int(), differs: z.boolean() })
      .meta({ description: "The draft of the set as it is now, and whether it is another text than the last round" }),
    soonest: z.object({ from: z.iso.date(), because: z.string() }).nullable().meta({
      description: "The first service date that a release of it could decide, and why none before; `null`: any",
    }),
    may: z
      .array(
        z.enum(["comment", "send again", "withdraw", "acknowledge", "approve", "request changes", "waive", "publish"]),
      )
      .meta({ description: "What the person who asks may do with it now" }),
    mayNot: z
      .array(z.object({ what: z.string(), because: z.string() }))
      .meta({ description: "What their roles would allow but this change does not, and why" }),
  })
  .meta({ id: "Change" });
export type Change = z.infer<typeof changeSchema>;

export const rollbackRequestSchema = z
  .object({
    version: said(40),
    dryRun: z.boolean().default(false).meta({ description: "Only say what it would change" }),
    revision: z.number().int().nonnegative().optional().meta({
      description: "The revision of the draft that would be replaced; needed unless it is a dry run",
    }),
    reason: said(2_000).default(""),
  })
  .meta({ id: "RollbackRequest" });
export type RollbackRequest = z.input<typeof rollbackRequestSchema>;

/** A dry run has no change. */
export const rollbackAnswerSchema = z
  .object({ comparison: comparisonSchema, change: changeSchema.nullable() })
  .meta({ id: "RollbackAnswer" });
export type RollbackAnswer = z.infer<typeof rollbackAnswerSchema>;
