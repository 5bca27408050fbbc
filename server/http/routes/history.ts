import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Actor } from "../../access/index.ts";
import { historySchema, type Revision as WireRevision, revisionTextSchema } from "../../protocol/index.ts";
import { history, type Revision, readRevision } from "../../store/drafts/index.ts";
import { refusalProblem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { json, refused } from "./describe.ts";

const PAGE = 100;
/** The largest number that the column of revisions holds. */
const MOST = 2_147_483_647;
const revision = z.coerce.number().int().min(0).max(MOST);

const list = createRoute({
  method: "get",
  path: "/api/sets/{set}/history",
  summary: "Who changed a file, or any file of the set, and when; the latest first",
  request: {
    params: z.object({ set: z.string() }),
    query: z.object({
      path: z.string().optional(),
      before: revision.optional().meta({ description: "Only revisions before this one" }),
    }),
  },
  responses: { 200: json("A page of revisions", historySchema), default: refused },
});

const read = createRoute({
  method: "get",
  path: "/api/sets/{set}/history/{revision}",
  summary: "One revision with its text",
  request: { params: z.object({ set: z.string(), revision }) },
  responses: { 200: json("The revision", revisionTextSchema), default: refused },
});

export function historyRoutes(app: OpenAPIHono, { database }: Workspace): void {
  app.openapi(list, async (c) => {
    const { path, before } = c.req.valid("query");
    const wanted = {
      ...(path === undefined ? {} : { path }),
      ...(before === undefined ? {} : { before }),
      limit: PAGE,
    };
    const page = await history(database, c.req.valid("param").set, wanted);
    if (!page.ok) return refusalProblem(c, page.refusal);
    const revisions = page.value.revisions.map((each) => asRevision(each, c.get("actor")));
    return c.json({ revisions, before: page.value.before }, 200);
  });
  app.openapi(read, async (c) => {
    const asked = c.req.valid("param");
    const found = await readRevision(database, asked.set, asked.revision);
    if (!found.ok) return refusalProblem(c, found.refusal);
    return c.json({ ...asRevision(found.value, c.get("actor")), text: found.value.text }, 200);
  });
}

/** In local mode the one person stands in no list of people, and what came from a folder has nobody's name. */
function asRevision({ at, name, ...change }: Revision, asking: Actor): WireRevision {
  const own = change.actor === asking.id ? asking.name : null;
  return { ...change, name: name ?? own ?? change.actor, at: at.toISOString() };
}
