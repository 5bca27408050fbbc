import { z } from "zod";
import { said } from "./said.ts";
import { personNameSchema } from "./signings.ts";

/** The longest comment, in UTF-16 code units. */
const COMMENT_LIMIT = 10_000;
/** The most comments on one change. */
export const COMMENTS_LIMIT = 2_000;
export const COMMENTS_PAGE = 100;

/** What a comment is about: words of a file, and the criterion they belong to. */
export const anchorSchema = z
  .object({
    file: z.string().min(1).max(500),
    criterion: z.string().max(500).nullable().meta({
      description: "The definition or service whose text it is; `null`: of none",
    }),
    offset: z.number().int().nonnegative().meta({ description: "In the file of the round, in UTF-16 code units" }),
    quote: z.string().min(1).max(2_000).meta({ description: "The text that starts there" }),
  })
  .meta({ id: "CommentAnchor" });
export type CommentAnchor = z.infer<typeof anchorSchema>;

export const commentRequestSchema = z
  .object({
    text: said(COMMENT_LIMIT).min(1),
    round: z.number().int().positive(),
    anchor: anchorSchema.nullable().default(null).meta({ description: "`null`: about the change as a whole" }),
    replyTo: z.number().int().nullable().default(null),
  })
  .meta({ id: "CommentRequest" });
export type CommentRequest = z.input<typeof commentRequestSchema>;

/** Where the text of an anchor stands now. */
const standingSchema = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("there"),
      file: z.string(),
      criterion: z.string().nullable().meta({ description: "As it is called now" }),
      start: z.number().int(),
      end: z.number().int(),
      changed: z
        .boolean()
        .meta({ description: "The quoted words are not there: this is what became of their criterion" }),
    }),
    z.object({ kind: z.literal("gone"), sentence: z.string() }),
  ])
  .meta({ id: "CommentStanding" });
export type CommentStanding = z.infer<typeof standingSchema>;

export const commentSchema = z
  .object({
    id: z.number().int(),
    round: z.number().int(),
    replyTo: z.number().int().nullable(),
    anchor: anchorSchema.nullable(),
    standing: standingSchema.nullable().meta({ description: "`null`: it is about the change as a whole" }),
    text: z.string(),
    by: personNameSchema,
    at: z.string(),
    resolved: z.object({ by: personNameSchema, at: z.string() }).nullable(),
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof commentSchema>;

export const commentListSchema = z
  .object({
    comments: z.array(commentSchema).meta({ description: "In the order in which they were written" }),
    total: z.number().int(),
    next: z.number().int().nullable().meta({ description: "`after` of the next page; `null`: these are the last" }),
  })
  .meta({ id: "Comments" });
export type CommentList = z.infer<typeof commentListSchema>;

export const resolutionRequestSchema = z.object({ resolved: z.boolean() }).meta({ id: "CommentResolution" });
export type ResolutionRequest = z.infer<typeof resolutionRequestSchema>;
