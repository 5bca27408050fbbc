import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { type Access, type Actor, recentResets } from "../../access/index.ts";
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
    const shown = actor === null ? null : { ...actor, roles: [...actor.roles] };
    return c.json({ mode, actor: shown, signIn, signsWith, passwordResets: await resetsFor(access, actor) }, 200);
  });
}

async function resetsFor({ team }: Access, actor: Actor | null) {
  if (team === null || actor === null) return [];
  const resets = await recentResets(team.database, actor.id, team.clock());
  return resets.map(({ at, by }) => ({ at: at.toISOString(), by }));
}
