import { z } from "zod";

export const letterRequestSchema = z
  .object({
    set: z.string(),
    case: z.string().meta({ description: "Path of the case file within the set" }),
    caseText: z.string().optional().meta({
      description: "The case as it stands in the editor, in place of the saved one",
    }),
    format: z.enum(["docx", "pdf"]),
  })
  .meta({ id: "LetterRequest" });
export type LetterRequest = z.infer<typeof letterRequestSchema>;
