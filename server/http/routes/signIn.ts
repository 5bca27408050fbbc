import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  CALLBACK_PATH,
  type Cookies,
  finishAtProvider,
  signInWithPassword,
  signOut,
  startAtProvider,
  usePasswordLink,
} from "../../access/index.ts";
import { atProviderSchema, passwordByLinkSchema, sentToSchema, signInSchema } from "../../protocol/index.ts";
import { problem } from "../problems.ts";
import { remoteAddress } from "../remoteAddress.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";

const nothing = z.object({});
export const NO_ACCOUNTS = "This server has no accounts: it is for one person at this machine.";

const enter = createRoute({
  method: "post",
  path: "/api/auth/sign-in",
  summary: "Signs in with email and password; the session is a cookie",
  request: { body: body(signInSchema) },
  responses: { 200: json("Signed in", nothing), default: refused },
});

const leave = createRoute({
  method: "post",
  path: "/api/auth/sign-out",
  summary: "Ends the session",
  request: { body: body(nothing) },
  responses: { 200: json("Signed out", nothing), default: refused },
});

const choosePassword = createRoute({
  method: "post",
  path: "/api/auth/password",
  summary: "Sets the password that a one-time link is for",
  request: { body: body(passwordByLinkSchema) },
  responses: { 200: json("Set; now sign in", nothing), default: refused },
});

const goToProvider = createRoute({
  method: "post",
  path: "/api/auth/provider",
  summary: "Where to go to sign in through the provider",
  request: { body: body(atProviderSchema) },
  responses: { 200: json("Send the browser there", sentToSchema), default: refused },
});

export function signInRoutes(app: OpenAPIHono, { access: { team } }: Workspace): void {
  app.openapi(enter, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const entered = await signInWithPassword(team, c.req.valid("json"), askingOf(c));
    if (!entered.ok) return problem(c, entered.status, entered.detail);
    setCookies(c, entered.value);
    return c.json({}, 200);
  });
  app.openapi(leave, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    setCookies(c, await signOut(team, c.req.raw));
    return c.json({}, 200);
  });
  app.openapi(choosePassword, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const { token, password } = c.req.valid("json");
    const set = await usePasswordLink(team, token, password);
    return set.ok ? c.json({}, 200) : problem(c, set.status, set.detail);
  });
  app.openapi(goToProvider, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const started = await startAtProvider(team, c.req.valid("json"), askingOf(c));
    if (!started.ok) return problem(c, started.status, started.detail);
    setCookies(c, started.value.cookies);
    return c.json({ url: started.value.url }, 200);
  });
  // A page of the provider sends the browser here; the library checks state, nonce and code.
  app.get(CALLBACK_PATH, async (c) =>
    team === null ? problem(c, 404, NO_ACCOUNTS) : finishAtProvider(team, c.req.raw),
  );
}

const askingOf = (c: Context) => ({ headers: c.req.raw.headers, address: remoteAddress(c) });

export function setCookies(c: Context, cookies: Cookies): void {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
}
