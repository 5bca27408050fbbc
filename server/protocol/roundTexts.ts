import { z } from "zod";

/** The files of a round that are not what they were in the release it is compared with, as whole texts. */
export const roundTextsSchema = z
  .object({
    files: z.array(
      z.object({
        path: z.string(),
        before: z.string().nullable().meta({ description: "`null`: there was no such file, or no release" }),
        now: z.string().nullable().meta({ description: "`null`: it was removed" }),
      }),
    ),
  })
  .meta({ id: "RoundTexts" });
export type RoundTexts = z.infer<typeof roundTextsSchema>;
