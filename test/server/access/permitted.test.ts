import { OpenAPIHono } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { onlyPermitted } from "../../../server/access/index.ts";
import {
  type Access,
  createApp,
  isMiddleware,
  localAccess,
  permissions,
  type Role,
  routeKey,
} from "../../../server/index.ts";
import { sessionSchema } from "../../../server/protocol/index.ts";
import { nowhere } from "../../support/index.ts";

const local = { headers: { host: "127.0.0.1" } };

/** Somebody with these roles; `null`: nobody. */
function accessOf(roles: readonly Role[] | null): Access {
  return {
    ...localAccess(),
    mode: "team",
    whoAsks: async () => (roles === null ? null : { id: "x", name: "X", roles }),
  };
}

function appFor(roles: readonly Role[] | null): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(onlyPermitted(accessOf(roles), (c, status, detail) => c.text(detail, status)));
  app.get("/api/sets/:set", (c) => c.text("read"));
  app.put("/api/sets/:set/files/:path{.+}", (c) => c.text(c.get("actor").name));
  app.get("/api/forgotten", (c) => c.text("secret"));
  app.all("/api/everything", (c) => c.text("secret"));
  return app;
}

const statusOf = async (app: OpenAPIHono, path: string, method = "GET") => (await app.request(path, { method })).status;

describe("the guard", () => {
  test("refuses a route without a row to everybody, however it is asked for", async () => {
    for (const roles of [null, ["admin"], ["viewer", "author", "reviewer", "publisher", "admin"]] as const) {
      const app = appFor(roles);
      for (const path of ["/api/forgotten", "/api/everything"])
        for (const method of ["GET", "HEAD"]) expect(await statusOf(app, path, method)).toBe(403);
      expect(await statusOf(app, "/api/everything", "POST")).toBe(403);
    }
  });

  test("asks nobody to sign in and others for the role", async () => {
    const [nobody, nothing, viewer, author, admin] = [
      appFor(null),
      appFor([]),
      appFor(["viewer"]),
      appFor(["author"]),
      appFor(["admin"]),
    ];
    const of = (app: OpenAPIHono) =>
      Promise.all([statusOf(app, "/api/sets/a"), statusOf(app, "/api/sets/a/files/b/c", "PUT")]);
    expect(await of(nobody)).toEqual([401, 401]);
    expect(await of(nothing)).toEqual([403, 403]);
    expect(await of(viewer)).toEqual([200, 403]);
    expect(await of(author)).toEqual([200, 200]);
    expect(await of(admin)).toEqual([200, 403]);
  });

  test("is not got around by another spelling of an address", async () => {
    const viewer = appFor(["viewer"]);
    for (const path of [
      "/api/sets/a/files/b%2Fc",
      "/api/sets/a%2F/files//b",
      "/api/./sets/a/files/b",
      "/x/../api/sets/a/files/b",
    ])
      expect(await statusOf(viewer, path, "PUT")).not.toBe(200);
  });
});

describe("the table", () => {
  test("has a row for every route of the server", () => {
    const routes = createApp({ ...nowhere, access: localAccess() }).routes.filter((route) => !isMiddleware(route));
    expect(routes.map(routeKey).filter((key) => permissions[key] === undefined)).toEqual([]);
  });
});

describe("the session", () => {
  test("in local mode is one person with every role, who signs with nothing", async () => {
    const app = createApp({ ...nowhere, access: localAccess() });
    const session = sessionSchema.parse(await (await app.request("/api/session", local)).json());
    expect(session).toEqual({
      mode: "local",
      actor: { id: "local", name: "Local author", roles: ["viewer", "author", "reviewer", "publisher", "admin"] },
      signIn: { password: false, provider: null },
      signsWith: "nothing",
      passwordResets: [],
    });
  });

  test("of nobody says how to sign in", async () => {
    const app = createApp({ ...nowhere, access: accessOf(null) });
    const session = sessionSchema.parse(await (await app.request("/api/session", local)).json());
    expect(session.actor).toBeNull();
  });
});
