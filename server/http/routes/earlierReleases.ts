import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  planProgressSchema,
  retirementRequestSchema,
  rollbackAnswerSchema,
  rollbackRequestSchema,
  said,
} from "../../protocol/index.ts";
import { readChange, retire, rollBack, rollbackPlan } from "../../reviews/index.ts";
import { problem } from "../problems.ts";
import { type ReviewDesk, signingBarrier } from "../reviewDesk.ts";
import { body, json, refused } from "./describe.ts";

const set = said(300).min(1);

const rollback = createRoute({
  method: "post",
  path: "/api/sets/{set}/rollback",
  summary:
    "Makes the texts of an earlier release the draft and sends them to review; a dry run says what that would change",
  request: { params: z.object({ set }), body: body(rollbackRequestSchema) },
  responses: {
    200: json("What it would change", rollbackAnswerSchema),
    201: json("The change", rollbackAnswerSchema),
    202: json("What it would change is being worked out", planProgressSchema),
    default: refused,
  },
});

const retirement = createRoute({
  method: "post",
  path: "/api/sets/{set}/releases/{version}/retirement",
  summary: "Ends a release: it decides no later day of service",
  request: { params: z.object({ set, version: said(40) }), body: body(retirementRequestSchema) },
  responses: {
    201: json("It is retired", z.object({ version: z.string(), effectiveTo: z.string() })),
    default: refused,
  },
});

/** What is done with releases that were made before. */
export function earlierReleaseRoutes(app: OpenAPIHono, desk: ReviewDesk): void {
  const { database, clock, sources } = desk;
  app.openapi(rollback, async (c) => {
    const { set: name } = c.req.valid("param");
    const { version, dryRun, revision, reason } = c.req.valid("json");
    const asked = await rollbackPlan(database, sources.plans, name, version);
    if (!asked.ok) return problem(c, asked.refusal.status, asked.refusal.detail);
    // Nobody goes back without having been able to see what that changes.
    if (asked.value.kind === "making") return c.json(asked.value.progress, 202);
    const { comparison } = asked.value.plan;
    if (dryRun) return c.json({ comparison, change: null }, 200);
    if (revision === undefined) return problem(c, 422, "Say which revision of the draft is to be replaced.");
    const sending = { actor: c.get("actor").id, at: clock(), revision, mode: sources.mode };
    const back = await rollBack(database, sending, name, { version, reason });
    const change = back.ok ? await readChange(database, sources, c.get("actor"), back.value) : back;
    if (!change.ok) return problem(c, change.refusal.status, change.refusal.detail);
    return c.json({ comparison, change: change.value }, 201);
  });
  app.openapi(retirement, async (c) => {
    const { credential, reason, effectiveTo } = c.req.valid("json");
    const { set: name, version } = c.req.valid("param");
    const barrier = await signingBarrier(c, desk, credential);
    if (barrier !== null) return barrier;
    const signer = { actor: c.get("actor"), at: clock() };
    const retired = await retire(database, sources.secret, signer, { set: name, version, reason, effectiveTo });
    if (!retired.ok) return problem(c, retired.refusal.status, retired.refusal.detail);
    return c.json({ version, effectiveTo }, 201);
  });
}
