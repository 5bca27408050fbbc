import { z } from "zod";
import { gateNameSchema } from "./gates.ts";
import { said } from "./said.ts";
import { credentialSchema } from "./session.ts";

/** Why somebody signs: never empty where it is asked for, and never a book. */
const reasonSchema = said(2_000).min(1);

/** What is signed: the round by its number and its digest, so that nothing else can be meant. */
const signed = {
  round: z.number().int().positive(),
  digest: z.string().meta({ description: "Content digest of the round" }),
  credential: credentialSchema.default({}),
};

export const approvalRequestSchema = z
  .object({
    ...signed,
    decision: z.enum(["approved", "changes requested"]),
    reason: said(2_000).default("").meta({ description: "Needed when changes are requested" }),
  })
  .meta({ id: "ApprovalRequest" });
export type ApprovalRequest = z.input<typeof approvalRequestSchema>;

export const waiverRequestSchema = z
  .object({ ...signed, gate: gateNameSchema, reason: reasonSchema })
  .meta({ id: "WaiverRequest" });
export type WaiverRequest = z.input<typeof waiverRequestSchema>;

const day = z.iso.date();

export const releaseRequestSchema = z
  .object({
    ...signed,
    effectiveFrom: day.meta({ description: "The first service date it decides" }),
    effectiveTo: day.nullable().default(null).meta({ description: "The last one; `null`: until another release" }),
  })
  .meta({ id: "ReleaseRequest" });
export type ReleaseRequest = z.input<typeof releaseRequestSchema>;

export const retirementRequestSchema = z
  .object({
    credential: credentialSchema.default({}),
    reason: reasonSchema,
    effectiveTo: day.meta({ description: "The last service date it decides" }),
  })
  .meta({ id: "RetirementRequest" });
export type RetirementRequest = z.input<typeof retirementRequestSchema>;

/** A person as others see them; `id` is what rows name. */
export const personNameSchema = z.object({ id: z.string(), name: z.string() }).meta({ id: "PersonName" });

/** An electronic signature as it is shown: printed name, time and meaning (21 CFR 11.50). */
export const signingSchema = z
  .object({
    id: z.number().int(),
    round: z.number().int(),
    meaning: z.enum(["approved", "changes requested", "waived", "published"]),
    gate: gateNameSchema.nullable().meta({ description: "The gate that was waived" }),
    reason: z.string(),
    digest: z.string(),
    by: personNameSchema,
    at: z.string(),
    lapsed: z.boolean().meta({ description: "Of an earlier round, so that it no longer counts" }),
  })
  .meta({ id: "Signing" });
export type Signing = z.infer<typeof signingSchema>;
