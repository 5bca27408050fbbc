import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { sessionSchema } from "../../protocol/index.ts";
import type { Workspace } from "../workspace.ts";
import { json } from "./describe.ts";

const read = createRoute({
  method: "get",
  path: "/api/session",
  summary: "Who asks, what they may do, and how to sign in",
  responses: { 200: json("The session; without an actor when nobody is signed in", sessionSchema) },
});

export function sessionRoutes(app: OpenAPIHono, { access }: Workspace): void {
  app.openapi(read, async (c) => {
    const actor = await access.whoAsks(c.req.raw);
    const signsWith = await access.signsWith(c.req.raw);
    const { mode, signIn } = access;
    return c.json(
      { mode, actor: actor === null ? null : { ...actor, roles: [...actor.roles] }, signIn, signsWith },
      200,
    );
  });
}
