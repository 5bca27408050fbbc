import { z } from "zod";
import { said } from "./said.ts";

const day = z.iso.date();
export const digestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/, "a digest is `sha256:` and 64 small hex digits");
const versionSchema = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, "a version is three numbers, as 1.2.0");

/** The case as JSON with the shape of a case file, or the text of a case file, YAML or JSON. */
export const givenCaseSchema = z.union([z.string(), z.record(z.string(), z.unknown())]).meta({
  id: "GivenCase",
  description: "A case in the format of case files: as JSON, or as the text of a file, YAML or JSON. At most 1 MB.",
});
export type GivenCase = z.infer<typeof givenCaseSchema>;

export const determinationRequestSchema = z
  .strictObject({
    set: said(200).min(1),
    case: givenCaseSchema,
    serviceDate: day.optional().meta({ description: "Whose release decides; else the service date of the case" }),
    version: versionSchema.optional().meta({ description: "This release, in force or not" }),
    leaveOut: z.array(z.string().min(1).max(500)).max(200).default([]).meta({
      description:
        "Facts, lists or `LIST: FIELD` of the case that the release does not declare, to be determined without; what it declares is never left out. What another release of the set declares need not be named",
    }),
    detail: z.enum(["record", "outcomes"]).default("record").meta({
      description: "`record`: the record, byte for byte as it replays; `outcomes`: only what each service comes to",
    }),
  })
  .meta({ id: "DeterminationRequest" });
export type DeterminationRequest = z.input<typeof determinationRequestSchema>;

export const outcomeSchema = z.enum([
  "criteria met",
  "criteria not met",
  "information needed",
  "modified",
  "excluded",
  "not addressed",
]);
export const reviewSchema = z.enum(["upheld", "overturned", "overturned in part"]);

/** `precept/determination/1` as far as the server looks into it; the engine of the release says what else there is. */
export const determinationRecordSchema = z
  .looseObject({
    schema: z.literal("precept/determination/1"),
    set: z.string(),
    version: z.string(),
    digest: digestSchema,
    caseDigest: digestSchema,
    serviceDate: day,
    asOf: day.optional().meta({ description: "The day whose guidelines were asked for, where it is another" }),
    leftOut: z.array(z.string()).optional().meta({
      description: "What the case states and this release does not know; it was determined without",
    }),
    determinations: z.array(
      z.looseObject({ service: z.string(), outcome: outcomeSchema, review: reviewSchema.optional() }),
    ),
  })
  .meta({ id: "DeterminationRecord" });
export type DeterminationRecord = z.infer<typeof determinationRecordSchema>;

export const determinationOutcomesSchema = z
  .object({
    id: z.string(),
    set: z.string(),
    version: z.string(),
    digest: digestSchema,
    caseDigest: digestSchema,
    recordDigest: digestSchema,
    serviceDate: day,
    leftOut: z.array(z.string()).optional(),
    determinations: z.array(z.object({ service: z.string(), outcome: outcomeSchema, review: reviewSchema.optional() })),
  })
  .meta({ id: "DeterminationOutcomes" });
export type DeterminationOutcomes = z.infer<typeof determinationOutcomesSchema>;

/** `line`: in the text of the case, from 1. */
export const caseProblemSchema = z.object({
  message: z.string(),
  code: z.string().optional(),
  line: z.number().int().optional(),
  hint: z.string().optional(),
});
export type CaseProblem = Readonly<z.infer<typeof caseProblemSchema>>;

/** What a case states that a release does not declare, and what of the release it may be misspelt for. */
export const unknownSchema = z.object({ name: z.string(), near: z.string().nullable() });
export type Unknown = Readonly<z.infer<typeof unknownSchema>>;

/** 422 with the places of what is wrong in the case. */
export const refusedCaseSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    problems: z.array(caseProblemSchema),
    unknown: z
      .array(unknownSchema)
      .optional()
      .meta({ description: "What may be named in `leaveOut`, and what of the release it may be misspelt for" }),
  })
  .meta({ id: "RefusedCaseProblem" });
