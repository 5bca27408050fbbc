import { z } from "zod";
import { problemSchema } from "./problem.ts";
import { releaseSchema } from "./releases.ts";
import { personNameSchema } from "./signings.ts";

const setSummarySchema = z
  .object({
    name: z.string().meta({ description: "The folder's name; stands in addresses" }),
    title: z.string(),
    guidelines: z.number().int().meta({ description: "How many guideline files" }),
    cases: z.number().int().meta({ description: "How many case files" }),
    latest: z.string().nullable().meta({ description: "Version of the latest release" }),
    changed: z.boolean().meta({ description: "Whether the draft differs from the latest release; false without one" }),
  })
  .meta({ id: "GuidelineSetSummary" });
export type SetSummary = z.infer<typeof setSummarySchema>;

const removedSetSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    files: z.number().int().meta({ description: "How many it held" }),
    by: personNameSchema,
    at: z.string().meta({ description: "ISO 8601, UTC" }),
  })
  .meta({ id: "RemovedGuidelineSet" });
export type RemovedSet = z.infer<typeof removedSetSchema>;

export const setListSchema = z
  .object({
    sets: z.array(setSummarySchema),
    removed: z.array(removedSetSchema).meta({ description: "Never released, removed, and to be brought back" }),
  })
  .meta({ id: "GuidelineSets" });
export type SetList = z.infer<typeof setListSchema>;

export const setFileSchema = z
  .object({
    path: z.string().meta({ description: "Within the set, with `/`: `cases/a.yaml`" }),
    kind: z.enum(["manifest", "guideline", "case", "other"]),
    text: z.string().meta({ description: "Empty when the file cannot be read as text" }),
    etag: z.string().meta({ description: "SHA-256 of the bytes, in the quotes of an ETag" }),
    unreadable: z.string().optional().meta({ description: "Why the file has no text: too large, not UTF-8" }),
  })
  .meta({ id: "SetFile" });
export type SetFile = z.infer<typeof setFileSchema>;

export const guidelineSetSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    revision: z.number().int().meta({ description: "Greater after every change of any file" }),
    files: z.array(setFileSchema),
    releases: z.array(releaseSchema),
  })
  .meta({ id: "GuidelineSet" });
export type GuidelineSetFolder = z.infer<typeof guidelineSetSchema>;

const line = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "One line of text.");

/** What somebody says of a change; stands in the history. */
export const noteSchema = line.max(500).default("");

export const writeRequestSchema = z.object({ text: z.string(), note: noteSchema }).meta({ id: "FileWrite" });
export type WriteRequest = z.infer<typeof writeRequestSchema>;

export const writtenSchema = z.object({ path: z.string(), etag: z.string() }).meta({ id: "FileWritten" });
export type Written = z.infer<typeof writtenSchema>;

/** Only as it was looked at. */
export const removalRequestSchema = z.object({ revision: z.number().int().nonnegative() }).meta({ id: "Removal" });

export const removedSchema = z.object({ path: z.string(), revision: z.number().int() }).meta({ id: "FileRemoved" });

export const newSetSchema = z
  .object({
    name: z.string().meta({ description: "Stands in addresses and in the names of releases" }),
    title: line.min(1).max(200),
    description: line.max(2000).default(""),
    files: z
      .array(z.object({ path: z.string(), text: z.string() }))
      .max(20)
      .default([])
      .meta({ description: "What it begins with beside its manifest" }),
  })
  .meta({ id: "NewGuidelineSet" });
export type NewSet = z.input<typeof newSetSchema>;

/** 412: what stands now, so that both can be shown; `null` when the file is gone. */
export const staleSchema = problemSchema
  .extend({
    current: z.object({ text: z.string(), etag: z.string() }).nullable(),
  })
  .meta({ id: "StaleProblem" });
export type StaleProblem = z.infer<typeof staleSchema>;
