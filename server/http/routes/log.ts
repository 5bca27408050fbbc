import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { consistencyProof } from "../../../engine/attestation/index.ts";
import { logConsistencySchema, logEntriesSchema, logHeadSchema } from "../../protocol/index.ts";
import { storedEntries, storedHashes, storedHeads } from "../../publishing/index.ts";
import { problem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { json, refused } from "./describe.ts";

const head = createRoute({
  method: "get",
  path: "/api/log/head",
  summary: "The signed head of the log of releases",
  responses: { 200: json("The head", logHeadSchema), default: refused },
});

const size = z.coerce
  .number()
  .int()
  .nonnegative()
  .max(2 ** 31);

const entries = createRoute({
  method: "get",
  path: "/api/log/entries",
  summary: "Entries of the log, a thousand at a time",
  request: { query: z.object({ from: size.default(0) }) },
  responses: { 200: json("The entries", logEntriesSchema), default: refused },
});

const consistency = createRoute({
  method: "get",
  path: "/api/log/consistency",
  summary: "What shows that the log only grew between two sizes (RFC 6962)",
  request: { query: z.object({ from: size, to: size }) },
  responses: { 200: json("The proof", logConsistencySchema), default: refused },
});

const AT_ONCE = 1000;
const empty = "The log has no entry yet: nothing was published.";

export function logRoutes(app: OpenAPIHono, { database }: Workspace): void {
  app.openapi(head, async (c) => {
    const signed = (await storedHeads(database)).head;
    return signed === null ? problem(c, 404, empty) : c.json(signed, 200);
  });
  app.openapi(entries, async (c) => {
    const { from } = c.req.valid("query");
    const size = (await storedHeads(database)).head?.size ?? 0;
    const some = await storedEntries(database, from, Math.max(0, Math.min(AT_ONCE, size - from)));
    if (!some.ok) return problem(c, 500, some.problem);
    return c.json({ from, entries: [...some.value], next: from + AT_ONCE < size ? from + AT_ONCE : null }, 200);
  });
  app.openapi(consistency, async (c) => {
    const { from, to } = c.req.valid("query");
    const size = (await storedHeads(database)).head?.size ?? 0;
    if (to > size) return problem(c, 404, "The log has not so many entries.");
    if (from > to) return problem(c, 422, "A log never gets shorter: `from` is more than `to`.");
    return c.json({ from, to, proof: consistencyProof(await storedHashes(database, to), from, to) }, 200);
  });
}
