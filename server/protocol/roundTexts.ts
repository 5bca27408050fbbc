import { z } from "zod";

/** The files of a round that are not what they were in the release it is compared with, as whole texts. */
export const roundTextsSchema = z
  .object({
    files: z.array(
      z.object({
        path: z.string(),
        before: z.string().nullable().meta({ description: "`null`: there was no such file, or no release" }),
        now: z.string().nullable().meta({ description: "`null`: it was removed" }),
        criteria: z.array(z.object({ name: z.string(), start: z.number().int(), end: z.number().int() })).meta({
          description: "Where the definitions and services of a guideline stand in `now`: what a comment names",
        }),
      }),
    ),
  })
  .meta({ id: "RoundTexts" });
export type RoundTexts = z.infer<typeof roundTextsSchema>;
