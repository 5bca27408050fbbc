import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { stringify } from "yaml";
import { manifestPath, manifestSchemaName } from "../../../engine/set/index.ts";
import { guidelineSetSchema, newSetSchema, pushedSchema, setListSchema } from "../../protocol/index.ts";
import { createSet, draftRevision, readDraft } from "../../store/drafts/index.ts";
import { refusalProblem } from "../problems.ts";
import { releasesOf } from "../releasesOf.ts";
import { describeSet, removedSets, setEtag, summariseSets } from "../setViews.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";

const list = createRoute({
  method: "get",
  path: "/api/sets",
  summary: "The guideline sets",
  responses: {
    200: json("Each set in short", setListSchema),
    default: refused,
  },
});

const create = createRoute({
  method: "post",
  path: "/api/sets",
  summary: "Begins a guideline set, with its manifest and the files it is to begin with",
  request: { body: body(newSetSchema) },
  responses: { 201: json("Begun", pushedSchema), default: refused },
});

const read = createRoute({
  method: "get",
  path: "/api/sets/{set}",
  summary: "One guideline set with the text of all its files; `If-None-Match` asks whether there is anything newer",
  request: {
    params: z.object({ set: z.string() }),
    headers: z.object({ "if-none-match": z.string().optional() }),
  },
  responses: {
    200: json("The set", guidelineSetSchema),
    304: { description: "As it was when the etag was given" },
    default: refused,
  },
});

export function setRoutes(app: OpenAPIHono, workspace: Workspace): void {
  const { database, clock } = workspace;
  app.openapi(list, async (c) => {
    const [sets, removed] = [await summariseSets(workspace), await removedSets(database, c.get("actor"))];
    return c.json({ sets, removed }, 200);
  });
  app.openapi(create, async (c) => {
    const { name, title, description, files } = c.req.valid("json");
    const text = stringify({ schema: manifestSchemaName, name, title, description });
    const by = { actor: c.get("actor").id, at: clock() };
    const created = await createSet(database, by, name, [{ path: manifestPath, text }, ...files]);
    return created.ok ? c.json({ revision: created.value }, 201) : refusalProblem(c, created.refusal);
  });
  app.openapi(read, async (c) => {
    const { set } = c.req.valid("param");
    const known = await draftRevision(database, set);
    if (!known.ok) return refusalProblem(c, known.refusal);
    const shelved = await releasesOf(database, set);
    if (!shelved.ok) return refusalProblem(c, shelved.refusal);
    const releases = shelved.value;
    // Asked every few seconds by every open studio: nothing is read while nothing changed.
    const etag = setEtag(known.value, releases);
    if (c.req.valid("header")["if-none-match"] === etag) return c.body(null, 304, { etag });
    const draft = await readDraft(database, set);
    if (!draft.ok) return refusalProblem(c, draft.refusal);
    return c.json(describeSet(draft.value, releases), 200, { etag: setEtag(draft.value.revision, releases) });
  });
}
