import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { dueListSchema, said, yearlyReviewRequestSchema } from "../../protocol/index.ts";
import { dueSets, reviewYearly } from "../../reviews/index.ts";
import { problem } from "../problems.ts";
import { type ReviewDesk, signingBarrier } from "../reviewDesk.ts";
import { body, json, refused } from "./describe.ts";

const list = createRoute({
  method: "get",
  path: "/api/due",
  summary: "The sets that are to be looked at again, overdue first",
  responses: { 200: json("Each with its day", dueListSchema), default: refused },
});

const review = createRoute({
  method: "post",
  path: "/api/sets/{set}/yearly-reviews",
  summary: "Signs that the latest release was reviewed and is still right",
  request: { params: z.object({ set: said(300).min(1) }), body: body(yearlyReviewRequestSchema) },
  responses: { 201: json("What is due now", dueListSchema), default: refused },
});

export function dueRoutes(app: OpenAPIHono, desk: ReviewDesk): void {
  const { database, clock } = desk;
  app.openapi(list, async (c) => c.json(await dueSets(database, clock()), 200));
  app.openapi(review, async (c) => {
    const { credential, version, note } = c.req.valid("json");
    const barrier = await signingBarrier(c, desk, credential);
    if (barrier !== null) return barrier;
    const signer = { actor: c.get("actor"), at: clock() };
    const reviewed = await reviewYearly(database, signer, c.req.valid("param").set, { version, note });
    if (!reviewed.ok) return problem(c, reviewed.refusal.status, reviewed.refusal.detail);
    return c.json(await dueSets(database, clock()), 201);
  });
}
