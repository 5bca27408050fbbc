import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Precondition, Refusal, Stale } from "../../folders/index.ts";
import { removedSchema, setFileSchema, staleSchema, writeRequestSchema, writtenSchema } from "../../protocol/index.ts";
import { readDraftFile, removeFile, saveFile } from "../../store/drafts/index.ts";
import { problem, problemBody, problemHeaders, refusalProblem } from "../problems.ts";
import { asSetFile } from "../setViews.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, problemOf, refused } from "./describe.ts";

const params = z.object({
  set: z.string(),
  path: z.string().meta({
    description: "Path within the set, its `/` as they are",
    example: "cases/a.yaml",
  }),
});
const path = "/api/sets/{set}/files/{path}";
/** The router's spelling of a last parameter that may hold `/`. */
const routedPath = "/api/sets/{set}/files/{path{.+}}";

const read = createRoute({
  method: "get",
  path,
  summary: "One file of a set",
  request: { params },
  responses: { 200: json("The file", setFileSchema), default: refused },
});

const write = createRoute({
  method: "put",
  path,
  summary: "Replaces a file (`If-Match`) or creates one (`If-None-Match: *`), whole or not at all",
  request: {
    params,
    headers: z.object({
      "if-match": z.string().optional(),
      "if-none-match": z.string().optional(),
    }),
    body: body(writeRequestSchema),
  },
  responses: {
    200: json("Replaced", writtenSchema),
    201: json("Created", writtenSchema),
    412: problemOf("The file is not what the precondition says; what stands there now", staleSchema),
    default: refused,
  },
});

const remove = createRoute({
  method: "delete",
  path,
  summary: "Removes a file as it was read (`If-Match`); its history stays",
  request: { params, headers: z.object({ "if-match": z.string().optional() }) },
  responses: {
    200: json("Removed", removedSchema),
    412: problemOf("The file is not what the precondition says; what stands there now", staleSchema),
    default: refused,
  },
});

export function fileRoutes(app: OpenAPIHono, { database, clock }: Workspace): void {
  for (const described of [read, write, remove]) app.openAPIRegistry.registerPath(described);
  app.openapi({ ...read, path: routedPath, hide: true }, async (c) => {
    const { set, path: asked } = c.req.valid("param");
    const file = await readDraftFile(database, set, asked);
    if (!file.ok) return refusalProblem(c, file.refusal);
    return c.json(asSetFile(file.value), 200, { etag: file.value.etag });
  });
  app.openapi({ ...write, path: routedPath, hide: true }, async (c) => {
    const precondition = readPrecondition(c);
    if (precondition === null) return unconditional(c);
    const { set, path: asked } = c.req.valid("param");
    const { text, note } = c.req.valid("json");
    const by = { actor: c.get("actor").id, at: clock(), note };
    const saved = await saveFile(database, by, set, { path: asked, text }, precondition);
    if (!saved.ok) return writeProblem(c, saved.refusal);
    const { etag } = saved.value;
    return c.json({ path: asked, etag }, precondition.kind === "absent" ? 201 : 200, { etag });
  });
  app.openapi({ ...remove, path: routedPath, hide: true }, async (c) => {
    const precondition = readPrecondition(c);
    if (precondition?.kind !== "matches") return unconditional(c);
    const { set, path: asked } = c.req.valid("param");
    const by = { actor: c.get("actor").id, at: clock() };
    const removed = await removeFile(database, by, set, asked, precondition.etags);
    return removed.ok ? c.json({ path: asked, revision: removed.value }, 200) : writeProblem(c, removed.refusal);
  });
}

function unconditional(c: Context) {
  return problem(c, 428, "Send `If-Match` with the etag you read, or `If-None-Match: *` to create a file.");
}

/** `null`: none, or one that could overwrite what nobody looked at (`If-Match: *`, weak etags). */
function readPrecondition(c: Context): Precondition | null {
  const match = c.req.header("if-match");
  const noneMatch = c.req.header("if-none-match");
  if (match === undefined) return noneMatch?.trim() === "*" ? { kind: "absent" } : null;
  const etags = match.split(",").map((etag) => etag.trim());
  return noneMatch === undefined && etags.every((etag) => /^"[^"]*"$/.test(etag)) ? { kind: "matches", etags } : null;
}

function writeProblem(c: Context, refusal: Refusal | Stale) {
  if (refusal.kind !== "stale") return refusalProblem(c, refusal);
  return c.json({ ...problemBody(412, refusal.detail), current: refusal.current }, 412, problemHeaders);
}
