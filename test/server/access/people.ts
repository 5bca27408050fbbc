import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { addPerson, makeLink, openTeam, type Role, type Team, teamAccess } from "../../../server/access/index.ts";
import { createApp } from "../../../server/index.ts";
import type { TestDatabase } from "../../support/index.ts";
import { type Database, type DatabasePlace, openDatabase } from "../../../server/store/index.ts";

export const HOST = "precept.example";
export const PASSWORD = "correct horse battery";

/** A server in team mode that nobody listens to, with one person of each kind. */
export interface TeamApp {
  readonly app: OpenAPIHono;
  readonly team: Team;
  readonly database: Database;
  /** The clock of the server; set it to travel. */
  readonly clock: { now: Date };
  readonly close: () => Promise<void>;
}

export interface Credentials {
  readonly cookie?: string;
  readonly authorization?: string;
}

export async function openTeamApp(place: DatabasePlace): Promise<TeamApp> {
  const database = await openDatabase(place);
  return teamAppOn({ database, close: () => database.destroy() });
}

export async function teamAppOn({ database, close }: TestDatabase): Promise<TeamApp> {
  const clock = { now: new Date() };
  const address = `https://${HOST}`;
  const team = await openTeam({ database, clock: () => clock.now, address, provider: null });
  const around = { studio: "/nowhere", report: () => undefined, clock: () => clock.now };
  const workspace = { guidelines: "/nowhere", database, ...around };
  const app = createApp({ ...workspace, access: teamAccess(team) });
  return { app, team, database, clock, close };
}

/** Asks as a browser of this server does, with a JSON body where the method has one. */
export function ask(
  { app }: Pick<TeamApp, "app">,
  method: string,
  path: string,
  {
    credentials = {},
    body = {},
    headers = {},
  }: { credentials?: Credentials; body?: unknown; headers?: HeadersInit } = {},
): Promise<Response> {
  const sent = ["GET", "HEAD"].includes(method) ? {} : { body: JSON.stringify(body) };
  const all = {
    host: HOST,
    "content-type": "application/json",
    ...credentials,
    ...Object.fromEntries(new Headers(headers)),
  };
  return Promise.resolve(app.request(`https://${HOST}${path}`, { method, headers: all, ...sent }));
}

/** Somebody who is listed and has a password. Hashing takes long, so only the first one's is made. */
export async function addMember(app: TeamApp, name: string, roles: readonly Role[]): Promise<string> {
  const by = { id: "command line" };
  const added = await addPerson(app.database, by, { name, email: `${name}@precept.example`, roles }, app.clock.now);
  if (!added.ok) throw new Error(added.detail);
  const { id } = added.value;
  const first = await app.database.selectFrom("sign_in_account").selectAll().executeTakeFirst();
  if (first === undefined) await choosePassword(app, id);
  else
    await app.database
      .insertInto("sign_in_account")
      .values({ ...first, id, person_id: id, account_id: id })
      .execute();
  return id;
}

async function choosePassword(app: TeamApp, id: string): Promise<void> {
  const token = await linkFor(app, id);
  const set = await ask(app, "POST", "/api/auth/password", { body: { token, password: PASSWORD } });
  if (!set.ok) throw new Error(await set.text());
}

/** The secret of a new one-time link. */
export async function linkFor({ team }: TeamApp, id: string): Promise<string> {
  const link = await makeLink(team, { id: "command line" }, id);
  return link.ok ? new URL(link.value.url).hash.slice(1) : "";
}

/** The cookie of a new session. */
export async function signIn(app: TeamApp, name: string): Promise<{ readonly cookie: string }> {
  const body = { email: `${name}@precept.example`, password: PASSWORD };
  const answer = await ask(app, "POST", "/api/auth/sign-in", { body });
  if (!answer.ok) throw new Error(await answer.text());
  return { cookie: cookieOf(answer) };
}

/** A new token of the command line of whoever is signed in. */
export async function tokenOf(app: TeamApp, credentials: Credentials, days = 30): Promise<Token> {
  const body = { name: "laptop", days, credential: { password: PASSWORD } };
  const made = await ask(app, "POST", "/api/account/tokens", { credentials, body });
  return tokenSchema.parse(await made.json());
}

const tokenSchema = z
  .object({ id: z.string(), secret: z.string() })
  .transform(({ id, secret }) => ({ id, secret, credentials: { authorization: `Bearer ${secret}` } }));
type Token = z.infer<typeof tokenSchema>;

export const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
