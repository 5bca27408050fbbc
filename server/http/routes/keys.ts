import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type Credential, keyListSchema, keyRequestSchema, keyRevocationRequestSchema } from "../../protocol/index.ts";
import {
  createKey,
  type KeysChanged,
  storedReleases,
  revokeKey,
  rotateKeys,
  type Shelf,
  storeShelf,
} from "../../publishing/index.ts";
import { problem } from "../problems.ts";
import { type ReviewDesk, signingBarrier } from "../reviewDesk.ts";
import { body, json, refused } from "./describe.ts";

const changed = { 200: json("The keys that are new or changed", keyListSchema), default: refused };

const list = createRoute({
  method: "get",
  path: "/api/keys",
  summary: "The keys that sign releases, the oldest first; never their private parts",
  responses: { 200: json("The keys", keyListSchema), default: refused },
});

const create = createRoute({
  method: "post",
  path: "/api/keys",
  summary: "Makes another key, which signs from now on",
  request: { body: body(keyRequestSchema) },
  responses: changed,
});

const rotate = createRoute({
  method: "post",
  path: "/api/keys/rotation",
  summary: "Makes another key in the place of all there are",
  request: { body: body(keyRequestSchema) },
  responses: changed,
});

const revoke = createRoute({
  method: "post",
  path: "/api/keys/{kid}/revocation",
  summary: "Revokes a key for good, in the log",
  request: { params: z.object({ kid: z.string().max(100) }), body: body(keyRevocationRequestSchema) },
  responses: changed,
});

const noSecret = "This server keeps no signing keys: it was started without a secret to seal them with.";

export function keyRoutes(app: OpenAPIHono, desk: ReviewDesk): void {
  const { database, clock, sources } = desk;
  const change = async (c: Context, credential: Credential, make: (shelf: Shelf) => Promise<KeysChanged>) => {
    if (sources.secret === null) return problem(c, 503, noSecret);
    const barrier = await signingBarrier(c, desk, credential);
    if (barrier !== null) return barrier;
    const made = await make(storeShelf(database, { secret: sources.secret, actor: c.get("actor").id }));
    return made.kind === "changed" ? c.json({ keys: made.keys }, 200) : problem(c, 409, made.detail);
  };
  app.openapi(list, async (c) => c.json({ keys: await storedReleases(database).keys() }, 200));
  app.openapi(create, (c) => {
    const { credential, until } = c.req.valid("json");
    return change(c, credential, (shelf) => createKey(shelf, wishOf(clock(), until)));
  });
  app.openapi(rotate, (c) => {
    const { credential, until } = c.req.valid("json");
    return change(c, credential, (shelf) => rotateKeys(shelf, wishOf(clock(), until)));
  });
  app.openapi(revoke, (c) => {
    const { credential, because } = c.req.valid("json");
    return change(c, credential, (shelf) => revokeKey(shelf, c.req.valid("param").kid, because, { now: clock() }));
  });
}

function wishOf(now: Date, until: string | undefined) {
  return until === undefined ? { now } : { now, notAfter: `${until}T23:59:59.999Z` };
}
