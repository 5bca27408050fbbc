import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { pushedSchema, removalRequestSchema, said } from "../../protocol/index.ts";
import { removeDraft } from "../../reviews/index.ts";
import { restoreSet } from "../../store/drafts/index.ts";
import { problem, refusalProblem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";

const params = z.object({ set: said(300).min(1) });

const removal = createRoute({
  method: "post",
  path: "/api/sets/{set}/removal",
  summary: "Removes a set that was never released and is not under review; its history stays",
  request: { params, body: body(removalRequestSchema) },
  responses: { 200: json("Removed", pushedSchema), default: refused },
});

const restoration = createRoute({
  method: "post",
  path: "/api/sets/{set}/restoration",
  summary: "Brings a removed set back as it was",
  request: { params, body: body(z.object({})) },
  responses: { 200: json("It is back", pushedSchema), default: refused },
});

export function removalRoutes(app: OpenAPIHono, { database, clock }: Workspace): void {
  app.openapi(removal, async (c) => {
    const removing = { actor: c.get("actor").id, at: clock(), ...c.req.valid("json") };
    const removed = await removeDraft(database, removing, c.req.valid("param").set);
    if (!removed.ok) return problem(c, removed.refusal.status, removed.refusal.detail);
    return c.json({ revision: removed.value }, 200);
  });
  app.openapi(restoration, async (c) => {
    const by = { actor: c.get("actor").id, at: clock() };
    const restored = await restoreSet(database, by, c.req.valid("param").set);
    return restored.ok ? c.json({ revision: restored.value }, 200) : refusalProblem(c, restored.refusal);
  });
}
