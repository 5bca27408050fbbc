import { z } from "zod";
import { overrideKindSchema } from "./decisions.ts";
import { digestSchema, outcomeSchema } from "./determinations.ts";

/** A decision as the server keeps it. What it says in words is there only where cases are kept. */
const recordedDecisionSchema = z
  .object({
    id: z.number().int(),
    service: z
      .string()
      .nullable()
      .meta({ description: "`null`: the release declares none of that name, and the record is not kept" }),
    decision: z.enum(["accepted", "overridden"]),
    outcome: outcomeSchema.nullable().meta({ description: "What the reviewer decided instead; `null`: accepted" }),
    kind: overrideKindSchema.nullable(),
    by: z.string().meta({ description: "The printed name of the reviewer" }),
    at: z.iso.datetime(),
    digest: digestSchema.meta({ description: "Of the decision record" }),
    record: z.string().nullable().meta({ description: "`precept/decision/1`, canonical JSON; `null`: not kept" }),
  })
  .meta({ id: "RecordedDecision" });
export type RecordedDecision = z.infer<typeof recordedDecisionSchema>;

/** What the server keeps of a determination: nothing that the case says. */
const determinationReferenceSchema = z
  .object({
    id: z.string(),
    set: z.string(),
    version: z.string(),
    digest: digestSchema,
    caseDigest: digestSchema,
    recordDigest: digestSchema,
    serviceDate: z.iso.date(),
    by: z.string().meta({ description: "The id of who asked" }),
    at: z.iso.datetime(),
  })
  .meta({ id: "DeterminationReference" });
export type DeterminationReference = z.infer<typeof determinationReferenceSchema>;

/** A reference with what reviewers decided on it. */
export const decidedReferenceSchema = determinationReferenceSchema
  .extend({ decisions: z.array(recordedDecisionSchema).meta({ description: "The latest first" }) })
  .meta({ id: "DecidedReference" });
export type DecidedReference = z.infer<typeof decidedReferenceSchema>;

export const determinationQuerySchema = z.object({
  set: z.string().max(200).optional(),
  case: digestSchema.optional().meta({ description: "Only of the case with this digest" }),
  decided: z.enum(["yes"]).optional().meta({ description: "Only those that a reviewer decided on" }),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type DeterminationQuery = z.input<typeof determinationQuerySchema>;

export const determinationListSchema = z
  .object({
    determinations: z.array(decidedReferenceSchema).meta({ description: "The latest first" }),
    before: z.number().int().nullable().meta({ description: "Give this for the page before; `null`: there is none" }),
  })
  .meta({ id: "Determinations" });
export type DeterminationList = z.infer<typeof determinationListSchema>;
