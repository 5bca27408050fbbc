import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Actor } from "../../access/index.ts";
import { administrationSchema, AUDIT_PAGE, auditPageSchema, auditVerificationSchema } from "../../protocol/index.ts";
import { verifyAnchoredAudit } from "../../publishing/index.ts";
import { changesNamed, namesOf } from "../../reviews/index.ts";
import { acceptClock, type AuditEntry, clockIsBehind, type Database, readAudit } from "../../store/index.ts";
import { credentialBarrier } from "../credentialBarrier.ts";
import { problem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";

const list = createRoute({
  method: "get",
  path: "/api/audit",
  summary: "What was done, by whom and when, the latest first",
  request: {
    query: z.object({
      before: z.coerce.number().int().positive().max(2_147_483_647).optional(),
      set: z.string().min(1).max(255).optional(),
    }),
  },
  responses: { 200: json("A page of the audit log", auditPageSchema), default: refused },
});

const verification = createRoute({
  method: "get",
  path: "/api/audit/verification",
  summary: "Whether the audit log is whole, and what the signed log of releases holds of it",
  responses: { 200: json("What was found", auditVerificationSchema), default: refused },
});

const clockAccepted = createRoute({
  method: "post",
  path: "/api/audit/clock",
  summary: "An admin says that the clock is right and the last entry was not, so that signing goes on",
  request: { body: body(administrationSchema) },
  responses: { 200: json("What was found after it", auditVerificationSchema), default: refused },
});

export function auditRoutes(app: OpenAPIHono, { access, clock, database, keySecret = null }: Workspace): void {
  app.openapi(list, async (c) => {
    const { before, set } = c.req.valid("query");
    const wanted = {
      limit: AUDIT_PAGE,
      ...(before === undefined ? {} : { before }),
      ...(set === undefined ? {} : { set }),
    };
    const page = await readAudit(database, wanted);
    const people = await peopleIn(database, page.entries, c.get("actor"));
    return c.json(auditPageSchema.parse({ ...page, people, changes: await changesNamed(database, page.entries) }), 200);
  });
  const verified = async () => ({
    ...(await verifyAnchoredAudit(database, keySecret)),
    clock: await clockIsBehind(database, clock()),
  });
  app.openapi(verification, async (c) => c.json(await verified(), 200));
  app.openapi(clockAccepted, async (c) => {
    const barrier = await credentialBarrier(c, access, c.req.valid("json").credential);
    if (barrier !== null) return barrier;
    const accepted = await acceptClock(database, { actor: c.get("actor").id }, clock());
    return accepted
      ? c.json(await verified(), 200)
      : problem(c, 409, "The clock is not behind: nothing is to be accepted.");
  });
}

/** Who did it, and to whom where it was done to a person. What is no person keeps its id as its name, and is left out. */
async function peopleIn(database: Database, entries: readonly AuditEntry[], asker: Actor) {
  const ids = [...new Set(entries.flatMap(({ actor, subject }) => [actor, subject]))];
  const nameOf = await namesOf(database, ids, asker);
  return ids.map(nameOf).filter(({ id, name }) => id !== name);
}
