import { readdir } from "node:fs/promises";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { problem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { json, refused } from "./describe.ts";

const stateSchema = z.object({ status: z.literal("ok") });

const health = createRoute({
  method: "get",
  path: "/healthz",
  summary: "Whether the process answers",
  responses: { 200: json("It does", stateSchema) },
});

const ready = createRoute({
  method: "get",
  path: "/readyz",
  summary: "Whether the guideline sets can be read and the database answers",
  responses: { 200: json("They can", stateSchema), default: refused },
});

export function healthRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(health, (c) => c.json({ status: "ok" as const }, 200));
  app.openapi(ready, async (c) => {
    const readable = await readdir(workspace.guidelines).then(
      () => true,
      () => false,
    );
    if (!readable) return problem(c, 503, "The folder of guideline sets cannot be read.");
    // Thrown when it does not answer, and then told like everywhere else.
    await sql`select 1`.execute(workspace.database);
    return c.json({ status: "ok" as const }, 200);
  });
}
