import { z } from "zod";

export const releaseSchema = z
  .object({
    version: z.string().meta({ description: "Semantic version, computed from the meaning" }),
    digest: z.string().meta({
      description: "`sha256:` and the digest of the canonical manifest",
    }),
    meaning: z.string().meta({ description: "`sha256:` and the digest of what the set means" }),
    previous: z.string().nullable().meta({ description: "The version before" }),
    bump: z.enum(["first", "patch", "minor", "major"]),
    effective: z
      .object({ from: z.iso.date(), to: z.iso.date().nullable() })
      .nullable()
      .meta({ description: "The service dates it decides, as published or retired since; `null`: nothing says so" }),
    cases: z.object({ passed: z.number().int() }),
    files: z.array(z.object({ path: z.string(), sha256: z.string() })),
    file: z.string().meta({
      description: "Name of the archive in the set's `releases` folder",
    }),
  })
  .meta({ id: "Release" });
export type Release = z.infer<typeof releaseSchema>;

export const releaseListSchema = z
  .object({
    releases: z.array(releaseSchema),
    damaged: z.array(z.object({ file: z.string(), problem: z.string() })).meta({
      description: "Archives that fail verification; they are never counted",
    }),
  })
  .meta({ id: "Releases" });
export type ReleaseList = z.infer<typeof releaseListSchema>;

export const releaseTextsSchema = z
  .object({
    version: z.string(),
    files: z.array(z.object({ path: z.string(), text: z.string() })),
  })
  .meta({ id: "ReleaseTexts" });
export type ReleaseTexts = z.infer<typeof releaseTextsSchema>;
