import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { roundTextsSchema } from "../../protocol/index.ts";
import { roundTexts } from "../../reviews/index.ts";
import { problem } from "../problems.ts";
import type { ReviewDesk } from "../reviewDesk.ts";
import { changeParams, rowNumber } from "./changes.ts";
import { json, refused } from "./describe.ts";

const texts = createRoute({
  method: "get",
  path: "/api/changes/{id}/rounds/{round}/texts",
  summary: "The files of a round that are not what they were in the release it is compared with, whole",
  request: { params: changeParams.extend({ round: rowNumber }) },
  responses: { 200: json("The texts", roundTextsSchema), default: refused },
});

export function roundTextRoutes(app: OpenAPIHono, { database }: ReviewDesk): void {
  app.openapi(texts, async (c) => {
    const { id, round } = c.req.valid("param");
    const found = await roundTexts(database, id, round);
    return found.ok ? c.json(found.value, 200) : problem(c, found.refusal.status, found.refusal.detail);
  });
}
