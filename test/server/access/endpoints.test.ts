import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApp, isMiddleware, type Role, routeKey } from "../../../server/index.ts";
import { problemSchema } from "../../../server/protocol/index.ts";
import { nowhere, onBothDatabases } from "../../support/index.ts";
import { addMember, ask, type Credentials, openTeamApp, signIn, type TeamApp, tokenOf } from "./people.ts";

/**
 * Who may ask for what, by hand from the brief of each endpoint: viewer, author, reviewer, publisher, admin; `everybody`
 * also without signing in. The server's own table is not looked at.
 */
const expected = `
  GET /healthz                                          everybody
  GET /readyz                                           everybody
  GET /openapi.json                                     everybody
  GET /.well-known/jwks.json                            everybody
  GET /*                                                everybody
  GET /api/session                                      everybody
  POST /api/auth/sign-in                                everybody
  POST /api/auth/password                               everybody
  POST /api/auth/provider                               everybody
  GET /api/auth/callback/oidc                           everybody

  GET /api/sets                                         viewer author reviewer publisher admin
  GET /api/sets/:set                                    viewer author reviewer publisher admin
  GET /api/sets/:set/files/*                            viewer author reviewer publisher admin
  GET /api/sets/:set/history                            viewer author reviewer publisher admin
  GET /api/sets/:set/history/:revision                  viewer author reviewer publisher admin
  GET /api/sets/:set/pull                               viewer author reviewer publisher admin
  GET /api/sets/:set/releases                           viewer author reviewer publisher admin
  GET /api/sets/:set/releases/:version                  viewer author reviewer publisher admin
  GET /api/sets/:set/releases/:version/payload          viewer author reviewer publisher admin
  GET /api/sets/:set/releases/:version/attestation      viewer author reviewer publisher admin
  GET /api/changes                                      viewer author reviewer publisher admin
  GET /api/changes/:id                                  viewer author reviewer publisher admin
  GET /api/changes/:id/plan                             viewer author reviewer publisher admin
  GET /api/changes/:id/comments                         viewer author reviewer publisher admin
  GET /api/changes/:id/rounds/:round/texts              viewer author reviewer publisher admin
  GET /api/log/head                                     viewer author reviewer publisher admin
  GET /api/log/entries                                  viewer author reviewer publisher admin
  GET /api/log/consistency                              viewer author reviewer publisher admin
  GET /api/due                                          viewer author reviewer publisher admin
  POST /api/letters                                     viewer author reviewer publisher admin
  GET /api/account/tokens                               viewer author reviewer publisher admin
  POST /api/account/tokens                              viewer author reviewer publisher admin
  DELETE /api/account/tokens/:id                        viewer author reviewer publisher admin
  PUT /api/account/password                             viewer author reviewer publisher admin

  POST /api/sets                                               author
  PUT /api/sets/:set/files/*                                   author
  DELETE /api/sets/:set/files/*                                author
  POST /api/sets/:set/push                                     author
  POST /api/sets/:set/removal                                  author
  POST /api/sets/:set/restoration                              author
  POST /api/sets/:set/changes                                  author
  POST /api/changes/:id/rounds                                 author
  POST /api/changes/:id/withdrawal                             author
  POST /api/sets/:set/rollback                                 author
  POST /api/changes/:id/comments                               author reviewer publisher
  PUT /api/changes/:id/comments/:comment/resolution            author reviewer publisher
  POST /api/determinations                                     author reviewer

  POST /api/changes/:id/acknowledgments                               reviewer
  POST /api/changes/:id/approvals                                     reviewer
  POST /api/sets/:set/yearly-reviews                                  reviewer
  POST /api/determinations/comparison                          author reviewer
  GET /api/determinations                                             reviewer
  POST /api/determinations/:id/decisions                              reviewer
  GET /api/candidates                                          author reviewer
  GET /api/audit                                                      reviewer publisher admin
  GET /api/audit/verification                                         reviewer publisher admin

  POST /api/changes/:id/waivers                                                publisher
  POST /api/changes/:id/release                                                publisher
  POST /api/sets/:set/releases/:version/retirement                             publisher

  GET /api/determinations/:id                                         reviewer
  POST /api/candidates/:id/case                                author
  DELETE /api/cases/:digest                                                              admin

  GET /api/people                                                                        admin
  POST /api/people                                                                       admin
  PUT /api/people/:id                                                                    admin
  POST /api/people/:id/link                                                              admin
  GET /api/attribution                                                                   admin
  POST /api/attribution                                                                  admin
  GET /api/keys                                                                          admin
  POST /api/keys                                                                         admin
  POST /api/keys/rotation                                                                admin
  POST /api/keys/:kid/revocation                                                         admin
  POST /api/audit/clock                                                                  admin
  POST /api/backup                                                                       admin

  POST /api/auth/sign-out                               everybody
`;

const rowSchema = z.tuple([
  z.string(),
  z.array(z.enum(["everybody", "viewer", "author", "reviewer", "publisher", "admin"])),
]);
const rows = expected
  .trim()
  .split(/\n\s*/)
  .map((line) => line.trim().split(/\s+/))
  .map(([method, path, ...who]) => rowSchema.parse([`${method} ${path}`, who]));

/** The routes there are, as the table spells them. */
const routes = new Set(
  createApp(nowhere)
    .routes.filter((route) => !isMiddleware(route))
    .map(routeKey),
);

const everyRole = ["viewer", "author", "reviewer", "publisher", "admin"] as const;

interface Column {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whether the credentials are of somebody at all. */
  readonly known: boolean;
  /** Whether they are a token of the command line, which never administers. */
  readonly token?: true;
  readonly credentials: Credentials;
}

/** A request that the guard lets through may still be refused for what it asks; only the guard answers in these words. */
async function letThrough(app: TeamApp, key: string, { credentials }: Column): Promise<"yes" | "no" | "sign in"> {
  const [method = "", route = ""] = key.split(" ");
  const path = route === "/*" ? "/reviews" : route.replace("*", "none.guideline").replaceAll(/:\w+/g, "none");
  const answer = await ask(app, method, path, { credentials });
  const { detail } =
    answer.status === 401 || answer.status === 403 ? problemSchema.parse(await answer.json()) : { detail: "" };
  if (answer.status === 401) return "sign in";
  return detail.startsWith("This is for people with the role") || detail.startsWith("Nobody may ask") ? "no" : "yes";
}

function wanted(who: readonly string[], { roles, known, token }: Column): "yes" | "no" | "sign in" {
  if (who.includes("everybody")) return "yes";
  if (!known) return "sign in";
  if (token && who.join() === "admin") return "no";
  return roles.some((role) => who.includes(role)) ? "yes" : "no";
}

async function columnsOf(app: TeamApp): Promise<readonly Column[]> {
  for (const role of everyRole) await addMember(app, role, [role]);
  const withRoles = await Promise.all(
    everyRole.map(async (role) => ({ name: role, roles: [role], known: true, credentials: await signIn(app, role) })),
  );
  return [...withRoles, ...(await tokens(app, withRoles))];
}

/** A token may do what its person may, but not administer. */
async function tokens(app: TeamApp, people: readonly Column[]): Promise<readonly Column[]> {
  return Promise.all(
    people.map(async ({ name, credentials, ...person }) => {
      const token = await tokenOf(app, credentials);
      return { ...person, token: true, name: `token of ${name}`, credentials: token.credentials };
    }),
  );
}

/** People who may do nothing, or not enter, each with a session that was once good. */
async function oddOnes(app: TeamApp): Promise<readonly Column[]> {
  const { database } = app;
  const roles = everyRole;
  const enter = async (name: string) => ({
    id: await addMember(app, name, roles),
    credentials: await signIn(app, name),
  });
  const all = Promise.all([enter("none"), enter("inactive"), enter("expired"), enter("ended")]);
  const [none, inactive, expired, ended] = await all;
  const past = new Date(Date.now() - 1000);
  await database.updateTable("person").set({ roles: "[]" }).where("id", "=", none.id).execute();
  await database.updateTable("person").set({ active: false }).where("id", "=", inactive.id).execute();
  await database.updateTable("sign_in_session").set({ expires_at: past }).where("person_id", "=", expired.id).execute();
  await database.deleteFrom("sign_in_session").where("person_id", "=", ended.id).execute();
  const forged = { cookie: ended.credentials.cookie.replace(/=[^;]{8}/, "=00000000") };
  return [
    { name: "somebody without a role", roles: [], known: true, credentials: none.credentials },
    { name: "nobody", roles: [], known: false, credentials: {} },
    { name: "somebody deactivated", roles, known: false, credentials: inactive.credentials },
    { name: "an expired session", roles, known: false, credentials: expired.credentials },
    { name: "a session that was ended", roles, known: false, credentials: ended.credentials },
    { name: "a forged session", roles, known: false, credentials: forged },
    {
      name: "a token nobody made",
      roles,
      known: false,
      credentials: { authorization: `Bearer precept_${"x".repeat(43)}` },
    },
  ];
}

onBothDatabases("every endpoint and everybody", (fresh) => {
  let app: TeamApp;
  let columns: readonly Column[];
  beforeAll(async () => {
    app = await openTeamApp(await fresh());
    columns = await columnsOf(app);
  });
  beforeAll(async () => {
    columns = [...columns, ...(await oddOnes(app))];
  });
  afterAll(() => app.close());

  it("has a row for every route of the server", () => {
    expect([...routes].filter((key) => !rows.some(([row]) => row === key))).toEqual([]);
  });

  describe("is let through or refused as the table says", () => {
    it.each(rows.filter(([key]) => routes.has(key)))("%s", async (key, who) => {
      const cells = await Promise.all(
        columns.map(async (column) => [`${key} for ${column.name}`, await letThrough(app, key, column)]),
      );
      expect(cells).toEqual(columns.map((column) => [`${key} for ${column.name}`, wanted(who, column)]));
    });
  });
});
