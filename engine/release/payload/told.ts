import { z } from "zod";

const subject = {
  verdict: z.string(),
  because: z.string().nullable(),
  transitions: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      inWords: z.array(z.string()).optional(),
      complete: z.boolean().optional(),
      missing: z.array(z.string()).default([]),
      moves: z.array(z.object({ state: z.string(), conflicting: z.boolean() })).default([]),
    }),
  ),
};

const change = z.enum(["compared", "added", "removed"]);

/** What a changelog tells of `comparison.json`. */
const toldSchema = z.object({
  comparison: z
    .object({
      verdict: z.string(),
      because: z.string().nullable(),
      guidelines: z.array(
        z.object({
          guideline: z.string(),
          change,
          remarks: z.array(z.string()),
          facts: z.array(z.object({ sentence: z.string() })),
        }),
      ),
      services: z.array(
        z.object({
          ...subject,
          service: z.string(),
          guideline: z.string(),
          change,
          called: z.string().nullable(),
          movedFrom: z.string().nullable(),
          remarks: z.array(z.string()),
        }),
      ),
      definitions: z.array(
        z.object({ ...subject, definition: z.string(), guideline: z.string(), change, called: z.string().nullable() }),
      ),
    })
    .nullable(),
});

export type Told = NonNullable<z.infer<typeof toldSchema>["comparison"]>;

/** `null` where there is no release before, or what is given is no `comparison.json`. */
export function toldBy(comparison: unknown): Told | null {
  const told = toldSchema.safeParse(comparison);
  return told.success ? told.data.comparison : null;
}
