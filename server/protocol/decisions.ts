import { z } from "zod";
import { determinationRecordSchema, givenCaseSchema, outcomeSchema, reviewSchema } from "./determinations.ts";

/** Why a reviewer decides otherwise than is proposed. */
export const overrideKindSchema = z.enum([
  "record misread",
  "evidence not in the record",
  "guideline does not fit",
  "guideline outdated",
  "other",
]);
export type OverrideKind = z.infer<typeof overrideKindSchema>;

const service = z.string().trim().min(1).max(500);
const reason = z.string().trim().max(10_000);
const record = z
  .union([z.string().max(4_000_000), determinationRecordSchema])
  .optional()
  .meta({ description: "The record as it was answered; it must have the digest of the reference" });

export const decisionRequestSchema = z
  .discriminatedUnion("decision", [
    z.strictObject({ decision: z.literal("accepted"), service, reason: reason.default(""), record }),
    z.strictObject({
      decision: z.literal("overridden"),
      service,
      outcome: outcomeSchema,
      kind: overrideKindSchema,
      reason: reason.min(1, "deciding otherwise needs a reason"),
      record,
    }),
  ])
  .meta({ id: "DecisionRequest" });
export type DecisionRequest = z.input<typeof decisionRequestSchema>;

/** `precept/decision/1`: stands beside the determination it is on, and never in its place. */
export const decisionRecordSchema = z
  .strictObject({
    schema: z.literal("precept/decision/1"),
    determination: z.strictObject({
      id: z.string(),
      set: z.string(),
      version: z.string(),
      digest: z.string(),
      caseDigest: z.string(),
      recordDigest: z.string(),
    }),
    service: z.string(),
    proposed: z
      .strictObject({ outcome: outcomeSchema, review: reviewSchema.nullable() })
      .nullable()
      .meta({ description: "As in the record that came with the decision; `null`: none came" }),
    decision: z.enum(["accepted", "overridden"]),
    outcome: outcomeSchema.nullable(),
    kind: overrideKindSchema.nullable(),
    reason: z.string(),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    at: z.string(),
    salt: z.string().meta({ description: "Random, so that nobody finds the reason by trying sentences on the digest" }),
  })
  .meta({ id: "DecisionRecord" });
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

export const decidedSchema = z
  .object({
    id: z.number().int(),
    digest: z.string().meta({ description: "Of the decision record" }),
    kept: z.boolean().meta({ description: "Whether the server keeps the reason; where it does not, keep `record`" }),
    record: z.string().meta({ description: "`precept/decision/1`, canonical JSON" }),
  })
  .meta({ id: "Decided" });
export type Decided = z.infer<typeof decidedSchema>;

/** A determination that a reviewer decided otherwise, which may become a case of the set. */
export const candidateSchema = z
  .object({
    id: z.number().int(),
    set: z.string(),
    version: z.string(),
    determination: z.string(),
    caseDigest: z.string(),
    service: z.string().nullable().meta({ description: "`null`: the release declares none of that name" }),
    outcome: outcomeSchema,
    kind: overrideKindSchema,
    reason: z.string().nullable().meta({ description: "`null`: not kept" }),
    caseKept: z.boolean(),
    by: z.string().meta({ description: "The printed name of the reviewer" }),
    at: z.string(),
    made: z
      .object({ path: z.string(), by: z.string(), at: z.string() })
      .nullable()
      .meta({ description: "The case that was made of it" }),
  })
  .meta({ id: "Candidate" });
export type Candidate = z.infer<typeof candidateSchema>;

export const candidateListSchema = z.object({ candidates: z.array(candidateSchema) }).meta({ id: "Candidates" });
export type CandidateList = z.infer<typeof candidateListSchema>;

export const candidateCaseRequestSchema = z
  .strictObject({
    case: givenCaseSchema.optional().meta({ description: "Where the server does not keep it" }),
    decision: z
      .union([z.string().max(100_000), decisionRecordSchema])
      .optional()
      .meta({ description: "The decision record, where the server does not keep the reason" }),
  })
  .meta({ id: "CandidateCaseRequest" });
export type CandidateCaseRequest = z.input<typeof candidateCaseRequestSchema>;
