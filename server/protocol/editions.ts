import { z } from "zod";
import { givenCaseSchema } from "./determinations.ts";
import { said } from "./said.ts";

const edition = z
  .string()
  .regex(/^(?:draft|\d{4}-\d{2}-\d{2}|\d{1,6}\.\d{1,6}\.\d{1,6})$/, "name a version, a day YYYY-MM-DD, or `draft`")
  .meta({ description: "A version, the release in force on a day, or `draft`: the set as it stands" });

export const comparisonRequestSchema = z
  .strictObject({ set: said(200).min(1), case: givenCaseSchema, before: edition, now: edition })
  .meta({ id: "ThenAndNowRequest" });
export type ComparisonRequest = z.infer<typeof comparisonRequestSchema>;

const both = <S extends z.ZodType>(of: S) => z.object({ before: of, now: of });
const text = z.object({ file: z.string(), line: z.number().int(), text: z.string() }).nullable();

/** One case under two editions. */
export const thenAndNowSchema = z
  .object({
    case: z.string(),
    editions: both(z.string()),
    /** What the case says that only the other edition knows: one is determined without it. */
    leftOut: both(z.array(z.string())),
    services: z.array(
      z.object({
        service: z.string(),
        outcome: both(z.string()),
        guideline: both(z.string().nullable()),
        criteria: z.array(
          z.object({
            criterion: z.string(),
            formerly: z.string().nullable(),
            answer: both(z.string().nullable()),
            text: both(text),
            change: z.enum(["none", "answer", "text", "answer and text", "added", "removed"]),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "ThenAndNow" });
export type ThenAndNowAnswer = z.infer<typeof thenAndNowSchema>;
