import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { conflictsSchema, pulledSchema, pushedSchema, pushRequestSchema } from "../../protocol/index.ts";
import { pushFiles, readDraft } from "../../store/drafts/index.ts";
import { problemBody, problemHeaders, refusalProblem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, problemOf, refused } from "./describe.ts";

const params = z.object({ set: z.string() });

const pull = createRoute({
  method: "get",
  path: "/api/sets/{set}/pull",
  summary: "All files of a set as of one revision, to work on in a folder",
  request: { params },
  responses: { 200: json("The files", pulledSchema), default: refused },
});

const push = createRoute({
  method: "post",
  path: "/api/sets/{set}/push",
  summary: "Takes in what was changed in a folder, all of it or, where a file was changed on both sides, nothing",
  request: { params, body: body(pushRequestSchema) },
  responses: {
    200: json("Taken in", pushedSchema),
    412: problemOf("Files were changed on both sides; both texts of each", conflictsSchema),
    default: refused,
  },
});

export function pushRoutes(app: OpenAPIHono, { database, clock }: Workspace): void {
  app.openapi(pull, async (c) => {
    const draft = await readDraft(database, c.req.valid("param").set);
    if (!draft.ok) return refusalProblem(c, draft.refusal);
    const { set, revision, files } = draft.value;
    const read = files.filter(({ unreadable }) => unreadable === null);
    return c.json(
      {
        set,
        revision,
        files: read.map(({ path, text, sha256 }) => ({ path, text, sha256 })),
        unread: files.flatMap(({ path, unreadable }) => (unreadable === null ? [] : [{ path, why: unreadable }])),
      },
      200,
    );
  });
  app.openapi(push, async (c) => {
    const { note, ...wanted } = c.req.valid("json");
    const by = { actor: c.get("actor").id, at: clock(), note };
    const pushed = await pushFiles(database, by, c.req.valid("param").set, wanted);
    if (pushed.ok) return c.json({ revision: pushed.value }, 200);
    const { refusal } = pushed;
    if (refusal.kind !== "conflicts") return refusalProblem(c, refusal);
    const conflicts = [...refusal.conflicts];
    return c.json({ ...problemBody(412, refusal.detail), conflicts }, 412, problemHeaders);
  });
}
