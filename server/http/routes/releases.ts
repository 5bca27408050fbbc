import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Objection } from "../../../engine/release/index.ts";
import { publishRefusedSchema, releaseListSchema, releaseSchema, releaseTextsSchema } from "../../protocol/index.ts";
import {
  candidateFrom,
  folderShelf,
  publishFolder,
  readReleases,
  readReleaseTexts,
  workspaceKeys,
} from "../../publishing/index.ts";
import { type DraftFile, draftRevision, readDraft } from "../../store/drafts/index.ts";
import { problem, problemBody, problemHeaders, refusalProblem } from "../problems.ts";
import { asDiagnostics, asFailures, asRelease, refusalSentence } from "../releaseViews.ts";
import { releasesOf } from "../setViews.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, problemOf, refused } from "./describe.ts";

const params = z.object({ set: z.string() });
const path = "/api/sets/{set}/releases";

const list = createRoute({
  method: "get",
  path,
  summary: "The releases of a set, each verified, the latest first",
  request: { params },
  responses: { 200: json("The releases", releaseListSchema), default: refused },
});

const read = createRoute({
  method: "get",
  path: `${path}/{version}`,
  summary: "One release with the text of all its files",
  request: { params: z.object({ set: z.string(), version: z.string() }) },
  responses: { 200: json("The release", releaseTextsSchema), default: refused },
});

const publish = createRoute({
  method: "post",
  path,
  summary: "Publishes the set as it is saved; the version is computed",
  request: { params, body: body(z.object({})) },
  responses: {
    201: json("Published", releaseSchema),
    409: problemOf("The set as it is cannot become a release, and why", publishRefusedSchema),
    default: refused,
  },
});

export function releaseRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(list, async (c) => {
    const { set } = c.req.valid("param");
    const known = await draftRevision(workspace.database, set);
    if (!known.ok) return refusalProblem(c, known.refusal);
    const { releases, damaged } = await readReleases(releasesOf(workspace, set));
    return c.json({ releases: releases.map(asRelease), damaged: [...damaged] }, 200);
  });
  app.openapi(read, async (c) => {
    const { set, version } = c.req.valid("param");
    const known = await draftRevision(workspace.database, set);
    if (!known.ok) return refusalProblem(c, known.refusal);
    const files = await readReleaseTexts(releasesOf(workspace, set), version);
    if (files === null) return problem(c, 404, `There is no release ${version} of this set that can be read.`);
    return c.json({ version, files: [...files] }, 200);
  });
  app.openapi(publish, async (c) => {
    const { set } = c.req.valid("param");
    const draft = await readDraft(workspace.database, set);
    if (!draft.ok) return refusalProblem(c, draft.refusal);
    const shelf = folderShelf(releasesOf(workspace, set), workspaceKeys(workspace.guidelines));
    const found = await candidateFrom(draft.value.files, shelf);
    if (!("candidate" in found)) return refusedProblem(c, draft.value.files, found);
    const today = workspace.clock().toISOString().slice(0, "2026-11-23".length);
    const published = await publishFolder(shelf, found, {
      effective: { from: today, to: null },
      approvals: [],
      waivers: [],
      independentlyApproved: false,
      publishedBy: c.get("actor").name,
      clock: workspace.clock,
    });
    if (published.kind === "published") return c.json(asRelease(published.release), 201);
    if (published.kind === "refused") return refusedProblem(c, draft.value.files, published.objections);
    const version = published.latest?.manifest.version ?? "";
    return publishProblem(c, `Nothing changed since ${version}; there is nothing to publish.`, [], []);
  });
}

function refusedProblem(c: Context, files: readonly DraftFile[], objections: readonly Objection[]) {
  const diagnostics = asDiagnostics(objections, files);
  return publishProblem(c, refusalSentence(objections), asFailures(objections), diagnostics);
}

function publishProblem(
  c: Context,
  detail: string,
  failures: ReturnType<typeof asFailures>,
  diagnostics: ReturnType<typeof asDiagnostics>,
) {
  return c.json({ ...problemBody(409, detail), failures, diagnostics }, 409, problemHeaders);
}
