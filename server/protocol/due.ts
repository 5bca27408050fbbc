import { z } from "zod";
import { said } from "./said.ts";
import { credentialSchema } from "./session.ts";
import { personNameSchema } from "./signings.ts";

/** A set whose yearly review is or will be due. */
const dueSchema = z
  .object({
    set: z.string(),
    title: z.string(),
    version: z.string().meta({ description: "The latest release" }),
    due: z.string().meta({ description: "A day" }),
    overdue: z.boolean(),
    months: z.number().int().meta({ description: "How often it is to be reviewed" }),
    last: z
      .object({ what: z.enum(["approved", "published", "reviewed"]), by: personNameSchema, at: z.string() })
      .meta({ description: "What the year is counted from" }),
    openChange: z.number().int().nullable(),
  })
  .meta({ id: "Due" });
export type Due = z.infer<typeof dueSchema>;

export const dueListSchema = z
  .object({ today: z.string(), due: z.array(dueSchema).meta({ description: "Overdue first, then by day" }) })
  .meta({ id: "DueList" });
export type DueList = z.infer<typeof dueListSchema>;

/** Signed: reviewed, still right. */
export const yearlyReviewRequestSchema = z
  .object({
    version: said(40).meta({ description: "The release that was reviewed: the latest" }),
    note: said(2_000).default(""),
    credential: credentialSchema.default({}),
  })
  .meta({ id: "YearlyReviewRequest" });
export type YearlyReviewRequest = z.input<typeof yearlyReviewRequestSchema>;
