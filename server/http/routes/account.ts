import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AccessToken, changePassword, endToken, listTokens, makeToken } from "../../access/index.ts";
import { madeTokenSchema, newPasswordSchema, newTokenSchema, tokensSchema } from "../../protocol/index.ts";
import { credentialBarrier } from "../credentialBarrier.ts";
import { problem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";
import { NO_ACCOUNTS, setCookies } from "./signIn.ts";

const path = "/api/account/tokens";

const list = createRoute({
  method: "get",
  path,
  summary: "My tokens of the command line, without their secrets",
  responses: { 200: json("The tokens", tokensSchema), default: refused },
});

const make = createRoute({
  method: "post",
  path,
  summary: "Makes a token of mine for the command line; who I am is shown again",
  request: { body: body(newTokenSchema) },
  responses: { 201: json("Made; its secret is shown this once", madeTokenSchema), default: refused },
});

const end = createRoute({
  method: "delete",
  path: `${path}/{id}`,
  summary: "Ends a token of mine",
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json("Ended", z.object({})), default: refused },
});

const setPassword = createRoute({
  method: "put",
  path: "/api/account/password",
  summary: "Changes my password; my other sessions are over, and my tokens where that is asked for",
  request: { body: body(newPasswordSchema) },
  responses: { 200: json("Changed", z.object({})), default: refused },
});

export function accountRoutes(app: OpenAPIHono, { access }: Workspace): void {
  const { team } = access;
  app.openapi(list, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const tokens = await listTokens(team.database, c.get("actor").id, team.clock());
    return c.json({ tokens: tokens.map(asToken) }, 200);
  });
  app.openapi(make, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    if (c.req.header("authorization") !== undefined) return problem(c, 403, "A token makes no tokens: sign in.");
    const { credential, ...token } = c.req.valid("json");
    // Else whoever comes by an open session, for a moment, stays for a year.
    const barrier = await credentialBarrier(c, access, credential);
    if (barrier !== null) return barrier;
    const made = await makeToken(team.database, c.get("actor").id, token, team.clock());
    if (!made.ok) return problem(c, made.status, made.detail);
    return c.json({ ...asToken(made.value), secret: made.value.secret }, 201);
  });
  app.openapi(end, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const ended = await endToken(team.database, c.get("actor").id, c.req.valid("param").id, team.clock());
    return ended.ok ? c.json({}, 200) : problem(c, ended.status, ended.detail);
  });
  app.openapi(setPassword, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    if (c.req.header("authorization") !== undefined) return problem(c, 403, "A token changes no password: sign in.");
    const changed = await changePassword(team, c.get("actor").id, c.req.valid("json"), c.req.raw);
    if (!changed.ok) return problem(c, changed.status, changed.detail);
    setCookies(c, changed.value);
    return c.json({}, 200);
  });
}

function asToken({ id, name, createdAt, expiresAt }: AccessToken) {
  return { id, name, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
