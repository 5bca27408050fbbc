import { createServer as createHttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import getPort from "get-port";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTeam, teamAccess } from "../../../server/access/index.ts";
import { createApp } from "../../../server/index.ts";
import { problemSchema, sessionSchema } from "../../../server/protocol/index.ts";
import { openEmptyStore } from "../../support/index.ts";
import { addMember, ask, HOST, PASSWORD, teamAppOn, type TeamApp } from "./people.ts";
import {
  CLIENT,
  cookieHeader,
  type Jar,
  keepCookies,
  passThrough,
  startProvider,
  type TestProvider,
} from "./provider.ts";

const ADDRESS = `https://${HOST}`;
const BACK = `${ADDRESS}/api/auth/callback/oidc`;

let provider: TestProvider;
let app: TeamApp;
let jar: Jar;

/** The same people, on a server that was told of a provider. */
async function toldOf(issuer: string, patience = 2000): Promise<TeamApp> {
  const { database, clock } = app;
  const settings = { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: "the clinic" };
  const team = await openTeam({ database, clock: () => clock.now, address: ADDRESS, provider: settings, patience });
  const around = { studio: "/nowhere", report: () => undefined, clock: () => clock.now };
  return { ...app, team, app: createApp({ guidelines: "/nowhere", database, access: teamAccess(team), ...around }) };
}

beforeAll(async () => {
  provider = await startProvider(BACK);
  app = await teamAppOn(await openEmptyStore());
  app = await toldOf(provider.issuer);
  await addMember(app, "ann", ["reviewer"]);
  const gone = await addMember(app, "gone", ["reviewer"]);
  await app.database.updateTable("person").set({ active: false }).where("id", "=", gone).execute();
});
afterAll(async () => {
  await app.close();
  await provider.stop();
});
beforeEach(() => {
  jar = new Map();
});

/** Leaves for the provider, with our cookies kept. */
async function leave(on = app, again = false): Promise<string> {
  const body = { returnTo: "/reviews?set=neck", again };
  const answer = await ask(on, "POST", "/api/auth/provider", { body });
  if (!answer.ok) throw new Error(await answer.text());
  keepCookies(jar, answer);
  return z.object({ url: z.string() }).parse(await answer.json()).url;
}

/** Comes back from the provider as a browser does; where it is sent then. */
async function comeBack(url: string, on = app): Promise<string> {
  const { pathname, search } = new URL(url);
  const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
  const answer = await ask(on, "GET", pathname + search, { credentials: { cookie: cookieHeader(jar) }, headers });
  keepCookies(jar, answer);
  expect(answer.status).toBe(302);
  return answer.headers.get("location") ?? "";
}

const refusalOf = async (on: TeamApp) => {
  const answer = await ask(on, "POST", "/api/auth/provider", { body: { returnTo: "/", again: false } });
  return [answer.status, problemSchema.parse(await answer.json()).detail];
};

const documentOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
});

const session = async (on = app) =>
  sessionSchema.parse(
    await (await ask(on, "GET", "/api/session", { credentials: { cookie: cookieHeader(jar) } })).json(),
  );

describe("signing in through a provider", () => {
  it("lets in who is listed with the email the provider has verified, and goes on where they were", async () => {
    const back = await passThrough(await leave(), "ann", new Map(), BACK);
    expect(await comeBack(back)).toBe(`${ADDRESS}/reviews?set=neck`);
    expect(await session()).toMatchObject({
      actor: { name: "ann", roles: ["reviewer"] },
      signIn: { password: true, provider: { name: "the clinic" } },
      signsWith: "recent sign-in",
    });
    const account = await app.database
      .selectFrom("sign_in_account")
      .selectAll()
      .where("provider_id", "=", "oidc")
      .execute();
    expect(account).toMatchObject([{ account_id: "ann", access_token: null, refresh_token: null, id_token: null }]);
  });

  it.each([
    ["an email nobody listed", "stranger", /error=(signup_disabled|not_listed)/],
    ["an email that is not verified", "unverified", /error=(email_not_verified|account_not_linked)/],
    [
      "an email of which the provider does not say that it is verified",
      "silent",
      /error=(email_not_verified|account_not_linked)/,
    ],
    ["a person who may not enter any more", "gone", /error=/],
  ])("refuses %s", async (_, account, error) => {
    const back = await passThrough(await leave(), account, new Map(), BACK);
    const sent = await comeBack(back);
    expect(sent.startsWith(`${ADDRESS}/sign-in?`)).toBe(true);
    expect(sent).toMatch(error);
    expect((await session()).actor).toBeNull();
  });

  it("takes an answer once, and only in the browser that asked", async () => {
    const back = await passThrough(await leave(), "ann", new Map(), BACK);
    const ours = new Map(jar);
    jar = new Map();
    expect(await comeBack(back)).toMatch(/error=state/);
    jar = new Map(ours);
    expect(await comeBack(back)).toBe(`${ADDRESS}/reviews?set=neck`);
    jar = new Map(ours);
    expect(await comeBack(back)).toMatch(/error=/);
    expect((await session()).actor).toBeNull();
  });

  it.each([
    ["state", "another"],
    ["code", "another"],
    ["iss", "https://evil.example"],
  ])("refuses an answer whose %s was changed", async (name, value) => {
    const back = new URL(await passThrough(await leave(), "ann", new Map(), BACK));
    back.searchParams.set(name, value);
    expect(await comeBack(back.href)).toMatch(/error=/);
    expect((await session()).actor).toBeNull();
  });

  it("refuses an ID token that was made for another sign-in", async () => {
    const url = new URL(await leave());
    url.searchParams.set("nonce", "another");
    const back = await passThrough(url.href, "ann", new Map(), BACK);
    expect(await comeBack(back)).toMatch(/error=/);
    expect((await session()).actor).toBeNull();
  });

  it("refuses a provider that calls itself something else than the one that was set", async () => {
    const other = await toldOf(`http://localhost:${provider.port}`);
    expect(await refusalOf(other)).toEqual([409, expect.stringContaining("not what this server was told of")]);
  });

  describe("when the provider", () => {
    const enter = async (on: TeamApp) => {
      const body = { email: "ann@precept.example", password: PASSWORD };
      return (await ask(on, "POST", "/api/auth/sign-in", { body })).status;
    };
    const silent = [409, expect.stringContaining("the clinic does not answer")];

    it("is not there, says so", async () => {
      expect(await refusalOf(await toldOf("http://127.0.0.1:1"))).toEqual(silent);
    });

    it("takes the question and never answers, lets people in by password, and asks again later", async () => {
      const port = await getPort({ host: "127.0.0.1" });
      const held: Socket[] = [];
      const mute = createServer((socket) => held.push(socket)).listen(port, "127.0.0.1");
      const on = await toldOf(`http://127.0.0.1:${port}`, 700);
      expect(await Promise.all([refusalOf(on), refusalOf(on)])).toEqual([silent, silent]);
      expect([held.length, await enter(on)]).toEqual([1, 200]);
      // A browser that comes back meanwhile is not held up either.
      expect(await comeBack(`${BACK}?code=x&state=y`, on)).toBe(`${ADDRESS}/sign-in?error=provider_silent`);
      for (const socket of held) socket.destroy();
      await new Promise((resolve) => mute.close(resolve));
      const later = await startProvider(BACK, port);
      expect(await refusalOf(on)).toEqual(silent);
      const now = app.clock.now;
      app.clock.now = new Date(now.getTime() + 16_000);
      const back = await passThrough(await leave(on), "ann", new Map(), BACK);
      expect(await comeBack(back, on)).toBe(`${ADDRESS}/reviews?set=neck`);
      app.clock.now = now;
      await later.stop();
    });

    it.each([
      ["nonsense", "<html>"],
      ["a document without its places", JSON.stringify({ issuer: "ISSUER" })],
      ["places that are none", JSON.stringify({ ...documentOf("ISSUER"), jwks_uri: "file:///etc/passwd" })],
      ["another name", JSON.stringify(documentOf("https://evil.example"))],
      ["a text without end", `"${"x".repeat(1_100_000)}"`],
    ])("answers %s, goes nowhere", async (_, text) => {
      const port = await getPort({ host: "127.0.0.1" });
      const issuer = `http://127.0.0.1:${port}`;
      const odd = createHttpServer((__, answer) => answer.end(text.replace("ISSUER", issuer)));
      await new Promise<void>((resolve) => odd.listen(port, "127.0.0.1", resolve));
      const on = await toldOf(issuer);
      expect(await refusalOf(on)).toEqual([409, expect.stringContaining("not what this server was told of")]);
      expect(await enter(on)).toBe(200);
      await new Promise<void>((resolve) => odd.close(() => resolve()).closeAllConnections());
    });

    it("says who it is and keeps the code for itself, sends the browser back to sign in", async () => {
      const port = await getPort({ host: "127.0.0.1" });
      const issuer = `http://127.0.0.1:${port}`;
      const half = createHttpServer(({ url }, answer) => {
        if (url?.includes("openid-configuration")) answer.end(JSON.stringify(documentOf(issuer)));
      });
      await new Promise<void>((resolve) => half.listen(port, "127.0.0.1", resolve));
      const on = await toldOf(issuer, 300);
      const state = new URL(await leave(on)).searchParams.get("state");
      expect(await comeBack(`${BACK}?code=x&state=${state}`, on)).toBe(`${ADDRESS}/sign-in?error=provider_silent`);
      expect((await session(on)).actor).toBeNull();
      await new Promise<void>((resolve) => half.close(() => resolve()).closeAllConnections());
    });
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:1", ""])(
    "never goes on to `%s`",
    async (returnTo) => {
      const answer = await ask(app, "POST", "/api/auth/provider", { body: { returnTo, again: false } });
      expect(answer.status).toBe(422);
    },
  );

  it("counts as showing the credential for five minutes, then asks the provider to ask anew", async () => {
    const atProvider: Jar = new Map();
    await comeBack(await passThrough(await leave(), "ann", atProvider, BACK));
    const { actor } = await session();
    if (actor === null) throw new Error("nobody is signed in");
    const confirm = async () => {
      const request = new Request(ADDRESS, { headers: { cookie: cookieHeader(jar) } });
      return (await teamAccess(app.team).confirmCredential(request, actor, undefined)).ok;
    };
    expect(await confirm()).toBe(true);
    const now = app.clock.now;
    app.clock.now = new Date(now.getTime() + 6 * 60_000);
    expect(await confirm()).toBe(false);
    app.clock.now = now;
    const url = new URL(await leave(app, true));
    expect([url.searchParams.get("prompt"), url.searchParams.get("max_age")]).toEqual(["login", "0"]);
    await comeBack(await passThrough(url.href, "ann", atProvider, BACK));
    expect(await confirm()).toBe(true);
  });
});
