import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { setFileSchema, staleSchema, writeRequestSchema, writtenSchema } from "../../protocol/index.ts";
import {
  openSetFolder,
  type Precondition,
  type Refusal,
  readSetFile,
  type SetFolder,
  type Stale,
  writeSetFile,
} from "../../folders/index.ts";
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

export function fileRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openAPIRegistry.registerPath(read);
  app.openAPIRegistry.registerPath(write);
  app.openapi({ ...read, path: routedPath, hide: true }, async (c) => {
    const params = c.req.valid("param");
    const set = await openSetFolder(workspace.guidelines, params.set);
    if (!set.ok) return refusalProblem(c, set.refusal);
    const file = await readSetFile(set.value, params.path);
    if (!file.ok) return refusalProblem(c, file.refusal);
    return c.json(asSetFile(file.value), 200, { etag: file.value.etag });
  });
  app.openapi({ ...write, path: routedPath, hide: true }, async (c) => {
    const precondition = readPrecondition(c);
    if (precondition === null) {
      return problem(c, 428, "Send `If-Match` with the etag you read, or `If-None-Match: *` to create a file.");
    }
    const params = c.req.valid("param");
    const set = await openSetFolder(workspace.guidelines, params.set);
    if (!set.ok) return refusalProblem(c, set.refusal);
    const written = await writeSetFile(set.value, params.path, c.req.valid("json").text, precondition);
    if (!written.ok) return writeProblem(c, set.value, params.path, written.refusal);
    return c.json(written.value, precondition.kind === "absent" ? 201 : 200, {
      etag: written.value.etag,
    });
  });
}

/** `null`: none, or one that could overwrite what nobody looked at (`If-Match: *`, weak etags). */
function readPrecondition(c: Context): Precondition | null {
  const match = c.req.header("if-match");
  const noneMatch = c.req.header("if-none-match");
  if (match === undefined) return noneMatch?.trim() === "*" ? { kind: "absent" } : null;
  const etags = match.split(",").map((etag) => etag.trim());
  return noneMatch === undefined && etags.every((etag) => /^"[^"]*"$/.test(etag)) ? { kind: "matches", etags } : null;
}

async function writeProblem(c: Context, set: SetFolder, path: string, refusal: Refusal | Stale) {
  if (refusal.kind === "stale") return staleProblem(c, refusal.detail, refusal.current);
  if (refusal.kind !== "exists") return refusalProblem(c, refusal);
  const current = await readSetFile(set, path);
  if (!current.ok) return refusalProblem(c, refusal);
  return staleProblem(c, refusal.detail, {
    text: current.value.text,
    etag: current.value.etag,
  });
}

function staleProblem(c: Context, detail: string, current: { text: string; etag: string } | null) {
  return c.json({ ...problemBody(412, detail), current }, 412, problemHeaders);
}
