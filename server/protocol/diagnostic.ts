import { z } from "zod";

/** A diagnostic at its place in a file of the set, lines and columns from 1. */
export const placedDiagnosticSchema = z
  .object({
    code: z.string(),
    severity: z.enum(["error", "warning", "hint"]),
    message: z.string(),
    file: z.string(),
    line: z.number().int(),
    column: z.number().int(),
    hint: z.string().optional(),
  })
  .meta({ id: "Diagnostic" });
export type PlacedDiagnostic = z.infer<typeof placedDiagnosticSchema>;
