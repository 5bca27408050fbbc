import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  acknowledgmentRequestSchema,
  changeListSchema,
  changeRequestSchema,
  changeSchema,
  changeStatusSchema,
  planProgressSchema,
  planSchema,
  roundRequestSchema,
  said,
} from "../../protocol/index.ts";
import {
  acknowledge,
  lastRound,
  planOfChange,
  listChanges,
  type Outcome,
  readChange,
  sendAgain,
  sendToReview,
  withdraw,
} from "../../reviews/index.ts";
import type { ReviewDesk } from "../reviewDesk.ts";
import { problem } from "../problems.ts";
import { body, json, refused } from "./describe.ts";

/** Numbers of changes are those of a column of four bytes. */
export const rowNumber = z.coerce.number().int().min(1).max(2_147_483_647);
export const changeParams = z.object({ id: rowNumber });
const setParams = z.object({ set: said(300).min(1) });
const path = "/api/changes/{id}";

const list = createRoute({
  method: "get",
  path: "/api/changes",
  summary: "Changes, the newest first",
  request: {
    query: z.object({
      set: said(300).optional(),
      status: changeStatusSchema.optional(),
      before: rowNumber.optional(),
    }),
  },
  responses: { 200: json("A page of them", changeListSchema), default: refused },
});

const read = createRoute({
  method: "get",
  path,
  summary: "A change with its rounds, gates, signatures and what the person who asks may do",
  request: { params: changeParams },
  responses: { 200: json("The change", changeSchema), default: refused },
});

const plan = createRoute({
  method: "get",
  path: `${path}/plan`,
  summary: "Everything that is worked out of the last round; asking begins it while the change is under review",
  request: { params: changeParams },
  responses: {
    200: json("The plan", planSchema),
    202: json("It is being made", planProgressSchema),
    default: refused,
  },
});

const send = createRoute({
  method: "post",
  path: "/api/sets/{set}/changes",
  summary: "Sends the draft of a set to review",
  request: { params: setParams, body: body(changeRequestSchema) },
  responses: { 201: json("The change", changeSchema), default: refused },
});

const again = createRoute({
  method: "post",
  path: `${path}/rounds`,
  summary: "Sends the draft as it is now as the next round; earlier approvals lapse",
  request: { params: changeParams, body: body(roundRequestSchema) },
  responses: { 201: json("The change", changeSchema), default: refused },
});

const withdrawal = createRoute({
  method: "post",
  path: `${path}/withdrawal`,
  summary: "Closes a change without a release",
  request: { params: changeParams, body: body(z.object({})) },
  responses: { 201: json("The change", changeSchema), default: refused },
});

const acknowledgment = createRoute({
  method: "post",
  path: `${path}/acknowledgments`,
  summary: "Says that moves and changed expectations of the plan were looked at",
  request: { params: changeParams, body: body(acknowledgmentRequestSchema) },
  responses: { 201: json("The change", changeSchema), default: refused },
});

export function changeRoutes(app: OpenAPIHono, desk: ReviewDesk): void {
  const { database, clock, sources } = desk;
  app.openapi(list, async (c) => {
    const { set = null, status = null, before = null } = c.req.valid("query");
    return c.json(await listChanges(database, { set, status, before }, c.get("actor")), 200);
  });
  app.openapi(read, async (c) => {
    const change = await readChange(database, sources, c.get("actor"), c.req.valid("param").id);
    return change.ok ? c.json(change.value, 200) : problem(c, change.refusal.status, change.refusal.detail);
  });
  app.openapi(plan, async (c) => {
    const asked = await planOfChange(database, sources.plans, c.req.valid("param").id);
    if (!asked.ok) return problem(c, asked.refusal.status, asked.refusal.detail);
    return asked.value.kind === "made" ? c.json(asked.value.plan, 200) : c.json(asked.value.progress, 202);
  });
  app.openapi(send, async (c) => {
    const { revision, title, description } = c.req.valid("json");
    const sending = { actor: c.get("actor").id, at: clock(), revision, mode: sources.mode };
    const sent = await sendToReview(database, sending, c.req.valid("param").set, { title, description });
    return changed(c, desk, sent);
  });
  app.openapi(again, async (c) => {
    const sending = { actor: c.get("actor").id, at: clock(), ...c.req.valid("json"), mode: sources.mode };
    const { id } = c.req.valid("param");
    return changed(c, desk, await leaving(desk, id, () => sendAgain(database, sending, id)));
  });
  app.openapi(withdrawal, async (c) => {
    const by = { actor: c.get("actor").id, at: clock() };
    const { id } = c.req.valid("param");
    return changed(c, desk, await leaving(desk, id, () => withdraw(database, by, id)));
  });
  app.openapi(acknowledgment, async (c) => {
    const by = { actor: c.get("actor"), at: clock() };
    const done = await acknowledge(database, sources, by, c.req.valid("param").id, c.req.valid("json"));
    return changed(c, desk, done);
  });
}

/** Does what ends the last round of a change: its plan is needed no more. */
async function leaving({ database, sources }: ReviewDesk, id: number, act: () => Promise<Outcome<number>>) {
  const round = await lastRound(database, id);
  const done = await act();
  if (done.ok && round !== null) await sources.plans.giveUp(round);
  return done;
}

/** The change as it is after something was done with it. */
export async function changed(c: Context, { database, sources }: ReviewDesk, done: Outcome<number>) {
  const change = done.ok ? await readChange(database, sources, c.get("actor"), done.value) : done;
  return change.ok ? c.json(change.value, 201) : problem(c, change.refusal.status, change.refusal.detail);
}
