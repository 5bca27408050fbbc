import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import {
  approvalRequestSchema,
  changeSchema,
  releaseRequestSchema,
  waiverRequestSchema,
} from "../../protocol/index.ts";
import { decide, publishChange, waive } from "../../reviews/index.ts";
import { type ReviewDesk, signingBarrier } from "../reviewDesk.ts";
import { changed, changeParams } from "./changes.ts";
import { body, json, refused } from "./describe.ts";

const path = "/api/changes/{id}";

const approval = createRoute({
  method: "post",
  path: `${path}/approvals`,
  summary: "Signs that a round is approved, or that changes to it are wanted",
  request: { params: changeParams, body: body(approvalRequestSchema) },
  responses: { 201: json("The change", changeSchema), default: refused },
});

const waiver = createRoute({
  method: "post",
  path: `${path}/waivers`,
  summary: "Signs that a gate is waived, and why; the reason stands in the release",
  request: { params: changeParams, body: body(waiverRequestSchema) },
  responses: { 201: json("The change", changeSchema), default: refused },
});

const release = createRoute({
  method: "post",
  path: `${path}/release`,
  summary: "Publishes exactly the round that was approved; the version is computed",
  request: { params: changeParams, body: body(releaseRequestSchema) },
  responses: { 201: json("The change, with the version it became", changeSchema), default: refused },
});

/** What is signed, each with the credential again. */
export function signingRoutes(app: OpenAPIHono, desk: ReviewDesk): void {
  const { database, clock, sources } = desk;
  app.openapi(approval, async (c) => {
    const { credential, ...said } = c.req.valid("json");
    const barrier = await signingBarrier(c, desk, credential);
    if (barrier !== null) return barrier;
    const signer = { actor: c.get("actor"), at: clock() };
    return changed(c, desk, await decide(database, sources, signer, c.req.valid("param").id, said));
  });
  app.openapi(waiver, async (c) => {
    const { credential, ...said } = c.req.valid("json");
    const barrier = await signingBarrier(c, desk, credential);
    if (barrier !== null) return barrier;
    const signer = { actor: c.get("actor"), at: clock() };
    return changed(c, desk, await waive(database, sources, signer, c.req.valid("param").id, said));
  });
  app.openapi(release, async (c) => {
    const { credential, effectiveFrom: from, effectiveTo: to, ...named } = c.req.valid("json");
    const barrier = await signingBarrier(c, desk, credential);
    if (barrier !== null) return barrier;
    const signer = { actor: c.get("actor"), at: clock() };
    const wish = { ...named, effective: { from, to } };
    return changed(c, desk, await publishChange(database, sources, signer, c.req.valid("param").id, wish));
  });
}
