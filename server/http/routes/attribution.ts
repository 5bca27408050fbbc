import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { attributionRequestSchema, attributedSchema, unattributedSchema } from "../../protocol/index.ts";
import { attribute, listUnattributed } from "../../reviews/index.ts";
import { credentialBarrier } from "../credentialBarrier.ts";
import { problem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";
import { NO_ACCOUNTS } from "./signIn.ts";

const path = "/api/attribution";

const list = createRoute({
  method: "get",
  path,
  summary: "Guideline sets with texts of which nobody has said whose they are: they are not reviewed",
  responses: { 200: json("The sets, and which of their files", unattributedSchema), default: refused },
});

const say = createRoute({
  method: "post",
  path,
  summary: "Says whose the texts of a set are that nobody who is listed wrote; it is never unsaid, only added to",
  request: { body: body(attributionRequestSchema) },
  responses: { 201: json("How many files it is about", attributedSchema), default: refused },
});

/** Whoever says whose a text is may not judge it either; the admin shows again who they are. */
export function attributionRoutes(app: OpenAPIHono, { database, access, clock }: Workspace): void {
  app.openapi(list, async (c) => {
    if (access.team === null) return problem(c, 404, NO_ACCOUNTS);
    const sets = await listUnattributed(database);
    return c.json({ sets: sets.map(({ set, paths }) => ({ set, paths: [...paths] })) }, 200);
  });
  app.openapi(say, async (c) => {
    if (access.team === null) return problem(c, 404, NO_ACCOUNTS);
    const { set, people, credential } = c.req.valid("json");
    const barrier = await credentialBarrier(c, access, credential);
    if (barrier !== null) return barrier;
    const said = await attribute(database, { actor: c.get("actor").id, at: clock() }, set, people);
    if (!said.ok) return problem(c, said.refusal.status, said.refusal.detail);
    return c.json({ files: said.value }, 201);
  });
}
