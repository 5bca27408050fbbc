import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Access } from "./access.ts";
import type { Actor } from "./actor.ts";
import { permissions, type Permission } from "./permissions.ts";

/** What stands in the way, as a status and a sentence. */
export type Barred = (c: Context, status: 401 | 403, detail: string) => Response;

/**
 * Lets through who may ask. It goes by the route that will answer, not by the address, so that no spelling of an address
 * gets around it; a route without a row in the table is refused to everybody.
 */
export function onlyPermitted(access: Access, barred: Barred): MiddlewareHandler {
  return async (c, next) => {
    const needed = neededFor(c);
    if (needed === null) return barred(c, 403, "Nobody may ask for this: it is in no table of permissions.");
    if (needed.length === 0) return next();
    const actor = await access.whoAsks(c.req.raw);
    if (actor === null) return barred(c, 401, "Sign in first.");
    // Also of who may not, for the log of what was refused.
    c.set("actor", actor);
    const missing = needed.find((permission) => !isPermitted(actor, permission));
    if (missing !== undefined) return barred(c, 403, missingRole(missing));
    if (byToken(access, c) && needed.some(isAdministration)) return barred(c, 403, noToken);
    return next();
  };
}

/** Everything that the answering routes ask for; `null` when one of them has no row. */
function neededFor(c: Context): Permission[] | null {
  const found = matchedRoutes(c).flatMap((route) => (isMiddleware(route) ? [] : [permissions[routeKey(route)]]));
  const needed = found.filter((permission) => permission !== undefined);
  return needed.length === found.length ? needed.filter((permission) => permission !== "public") : null;
}

interface Route {
  readonly method: string;
  readonly path: string;
}

/** The router's own spelling as the table spells it: `:path{.+}` at the end is `*`. */
export function routeKey({ method, path }: Route): string {
  return `${method} ${path.replace(/:\w+\{\.\+\}$/, "*")}`;
}

/** What is in front of whole areas answers nothing but refusals. */
export function isMiddleware({ method, path }: Route): boolean {
  return method === "ALL" && (path === "/*" || path === "/api/*");
}

function isPermitted({ roles }: Actor, permission: Permission): boolean {
  if (permission === "public") return true;
  return roles.some((role) => permission.includes(role) || permission.includes("viewer"));
}

/** In local mode there are no tokens, whatever a header says. */
function byToken({ mode }: Access, c: Context): boolean {
  return mode === "team" && c.req.header("authorization") !== undefined;
}

/** What is for admins only: accounts, keys, everything that is kept. */
function isAdministration(permission: Permission): boolean {
  return permission !== "public" && permission.every((role) => role === "admin");
}

const noToken = "This is for people with the role admin who are signed in: a token never administers.";

function missingRole(permission: Permission): string {
  const wanted = permission === "public" ? [] : permission;
  return `This is for people with the role ${wanted.join(" or ")}. Ask an admin for it.`;
}
