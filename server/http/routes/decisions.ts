import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  decide,
  deleteCase,
  type Determiner,
  listCandidates,
  makeCaseOf,
  readReference,
  withDecisions,
} from "../../determinations/index.ts";
import {
  administrationSchema,
  candidateCaseRequestSchema,
  candidateListSchema,
  decidedReferenceSchema,
  decidedSchema,
  decisionRequestSchema,
  writtenSchema,
} from "../../protocol/index.ts";
import { credentialBarrier } from "../credentialBarrier.ts";
import { problem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";

const byId = z.object({ id: z.string().max(100) });

const read = createRoute({
  method: "get",
  path: "/api/determinations/{id}",
  summary: "The reference of one determination, and what was decided on it",
  request: { params: byId },
  responses: { 200: json("The reference", decidedReferenceSchema), default: refused },
});

const decision = createRoute({
  method: "post",
  path: "/api/determinations/{id}/decisions",
  summary: "A reviewer accepts what is proposed for a service, or decides otherwise with a reason",
  request: { params: byId, body: body(decisionRequestSchema) },
  responses: { 201: json("Recorded beside the proposal; keep the record", decidedSchema), default: refused },
});

const candidates = createRoute({
  method: "get",
  path: "/api/candidates",
  summary: "What reviewers decided otherwise, as candidates for cases of the set",
  request: { query: z.object({ set: z.string().min(1).max(200) }) },
  responses: { 200: json("The candidates, the latest first", candidateListSchema), default: refused },
});

const makeCase = createRoute({
  method: "post",
  path: "/api/candidates/{id}/case",
  summary: "Makes a candidate a case of the draft, which expects what the reviewer decided",
  request: { params: z.object({ id: z.coerce.number().int().positive() }), body: body(candidateCaseRequestSchema) },
  responses: { 201: json("The case file", writtenSchema), default: refused },
});

const removeCase = createRoute({
  method: "delete",
  path: "/api/cases/{digest}",
  summary: "Deletes a kept case and the reasons of decisions on it; references stay",
  request: {
    params: z.object({ digest: z.string().max(100) }),
    body: { ...body(administrationSchema), required: false },
  },
  responses: { 204: { description: "Nothing of it is kept any more" }, default: refused },
});

export function decisionRoutes(app: OpenAPIHono, workspace: Workspace, determiner: Determiner): void {
  const { access, database, clock, keeping = null } = workspace;
  const work = { database, clock, keeping, determiner };
  app.openapi(read, async (c) => {
    const reference = await readReference(database, c.req.valid("param").id);
    const [shown] = await withDecisions(database, keeping, reference === null ? [] : [reference]);
    return shown === undefined ? problem(c, 404, "There is no determination of this id.") : c.json(shown, 200);
  });
  app.openapi(decision, async (c) => {
    const made = await decide(work, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
    return "kind" in made ? problem(c, made.status, made.detail) : c.json(made, 201);
  });
  app.openapi(candidates, async (c) =>
    c.json({ candidates: await listCandidates(database, keeping, c.req.valid("query").set) }, 200),
  );
  app.openapi(makeCase, async (c) => {
    const made = await makeCaseOf(work, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
    return made.kind === "refused"
      ? problem(c, made.status, made.detail)
      : c.json({ path: made.path, etag: made.etag }, 201);
  });
  app.openapi(removeCase, async (c): Promise<Response> => {
    const barrier = await credentialBarrier(c, access, c.req.valid("json").credential);
    if (barrier !== null) return barrier;
    return removed(c, await deleteCase(database, c.get("actor"), c.req.valid("param").digest, clock()));
  });
}

function removed(c: Context, done: boolean): Response {
  return done ? c.body(null, 204) : problem(c, 404, "Nothing of a case with this digest is kept.");
}
