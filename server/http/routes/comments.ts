import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  commentListSchema,
  commentRequestSchema,
  commentSchema,
  resolutionRequestSchema,
} from "../../protocol/index.ts";
import { addComment, listComments, type Outcome, resolve } from "../../reviews/index.ts";
import { problem } from "../problems.ts";
import type { ReviewDesk } from "../reviewDesk.ts";
import { changeParams, rowNumber } from "./changes.ts";
import { body, json, refused } from "./describe.ts";

const path = "/api/changes/{id}/comments";

const list = createRoute({
  method: "get",
  path,
  summary: "A page of comments, each with where its text stands in the last round",
  request: {
    params: changeParams,
    query: z.object({ after: z.coerce.number().int().min(0).max(2_147_483_647).default(0) }),
  },
  responses: { 200: json("The page", commentListSchema), default: refused },
});

const add = createRoute({
  method: "post",
  path,
  summary: "Says something of the change, or of words of one of its rounds",
  request: { params: changeParams, body: body(commentRequestSchema) },
  responses: { 201: json("The comment", commentSchema), default: refused },
});

const resolution = createRoute({
  method: "put",
  path: `${path}/{comment}/resolution`,
  summary: "Resolves a thread, or opens it again",
  request: { params: changeParams.extend({ comment: rowNumber }), body: body(resolutionRequestSchema) },
  responses: { 201: json("The comment", commentSchema), default: refused },
});

export function commentRoutes(app: OpenAPIHono, desk: ReviewDesk): void {
  const { database, clock } = desk;
  app.openapi(list, async (c) => {
    const page = await listComments(database, c.req.valid("param").id, c.req.valid("query").after, c.get("actor"));
    return page.ok ? c.json(page.value, 200) : problem(c, page.refusal.status, page.refusal.detail);
  });
  app.openapi(add, async (c) => {
    const { id } = c.req.valid("param");
    const by = { actor: c.get("actor").id, at: clock() };
    const added = await addComment(database, by, id, c.req.valid("json"));
    return written(c, desk, id, added);
  });
  app.openapi(resolution, async (c) => {
    const { id, comment } = c.req.valid("param");
    const by = { actor: c.get("actor").id, at: clock() };
    const { resolved } = c.req.valid("json");
    return written(c, desk, id, await resolve(database, by, { change: id, comment, resolved }));
  });
}

/** A comment as it stands now. */
async function written(c: Context, { database }: ReviewDesk, change: number, done: Outcome<number>) {
  const page = done.ok ? await listComments(database, change, done.value - 1, c.get("actor")) : done;
  if (!page.ok) return problem(c, page.refusal.status, page.refusal.detail);
  const [comment] = page.value.comments;
  if (comment === undefined) throw new Error("a comment that was just written is not there");
  return c.json(comment, 201);
}
