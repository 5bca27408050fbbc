import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { problemSchema, sessionSchema } from "../../../server/protocol/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import {
  addMember,
  ask,
  cookieOf,
  HOST,
  linkFor,
  openTeamApp,
  PASSWORD,
  signIn,
  type TeamApp,
  tokenOf,
} from "./people.ts";

const LONG = "another long password";

onBothDatabases("signing in", (fresh) => {
  let app: TeamApp;
  beforeAll(async () => {
    app = await openTeamApp(await fresh());
    await addMember(app, "ann", ["admin"]);
  });
  afterAll(() => app.close());

  const tryPassword = (name: string, password: string) =>
    ask(app, "POST", "/api/auth/sign-in", { body: { email: `${name}@precept.example`, password } });
  const statusFor = async (credentials: object) => (await ask(app, "GET", "/api/sets/none", { credentials })).status;

  it("gives a cookie that scripts cannot read, that other sites do not send, for twelve hours", async () => {
    const answer = await tryPassword("ann", PASSWORD);
    expect(await answer.json()).toEqual({});
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-precept\.session_token=/);
    for (const attribute of ["Max-Age=43200", "Path=/", "HttpOnly", "Secure", "SameSite=Lax"])
      expect(cookie.split("; ")).toContain(attribute);
  });

  it("answers the same for a wrong password, an unknown email and a person who may not enter", async () => {
    await addMember(app, "gone", ["author"]);
    await app.database.updateTable("person").set({ active: false }).where("name", "=", "gone").execute();
    const answers = [
      await tryPassword("ann", "wrong"),
      await tryPassword("nobody", PASSWORD),
      await tryPassword("gone", PASSWORD),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });

  it("knows no session that was changed, is another's, or was ended", async () => {
    const { cookie } = await signIn(app, "ann");
    expect(await statusFor({ cookie })).not.toBe(401);
    const [name = "", value = ""] = cookie.split("=");
    const [token = "", signature = ""] = decodeURIComponent(value).split(".");
    const changed = [
      `${token}x.${signature}`,
      `${token}.${signature.slice(1)}`,
      token,
      `.${signature}`,
      `${token}.`,
      "",
    ];
    for (const text of changed) expect(await statusFor({ cookie: `${name}=${encodeURIComponent(text)}` })).toBe(401);
    expect(await statusFor({ authorization: `Bearer ${token}` })).toBe(401);
    expect((await ask(app, "POST", "/api/auth/sign-out", { credentials: { cookie } })).status).toBe(200);
    expect(await statusFor({ cookie })).toBe(401);
  });

  it("says who is signed in and how they sign", async () => {
    const credentials = await signIn(app, "ann");
    const session = sessionSchema.parse(await (await ask(app, "GET", "/api/session", { credentials })).json());
    expect(session).toMatchObject({ mode: "team", actor: { name: "ann", roles: ["admin"] }, signsWith: "password" });
    expect(sessionSchema.parse(await (await ask(app, "GET", "/api/session")).json()).actor).toBeNull();
  });

  it("looks at no more than ten wrong passwords in fifteen minutes, also when they come at once", async () => {
    await addMember(app, "bea", ["author"]);
    const statuses = await Promise.all(
      Array.from({ length: 14 }, async () => (await tryPassword("bea", "wrong")).status),
    );
    expect(statuses.filter((status) => status === 403)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect((await tryPassword("BEA", PASSWORD)).status).toBe(429);
    app.clock.now = new Date(app.clock.now.getTime() + 16 * 60_000);
    expect((await tryPassword("bea", PASSWORD)).status).toBe(200);
    expect((await tryPassword("bea", "wrong")).status).toBe(403);
  });

  const changeOwn = (credentials: object, next: string, more: object = {}) =>
    ask(app, "PUT", "/api/account/password", { credentials, body: { current: PASSWORD, next, ...more } });

  it("ends the other sessions and the links of whoever changes their password", async () => {
    const link = await linkFor(app, await addMember(app, "cy", ["viewer"]));
    const [here, elsewhere] = [await signIn(app, "cy"), await signIn(app, "cy")];
    expect((await changeOwn(here, LONG, { current: "wrong" })).status).toBe(403);
    expect((await changeOwn(here, "short")).status).toBe(422);
    expect(await statusFor(elsewhere)).not.toBe(401);
    const changed = await changeOwn(here, LONG);
    expect(changed.status).toBe(200);
    expect([await statusFor(elsewhere), await statusFor(here)]).toEqual([401, 401]);
    expect(await statusFor({ cookie: cookieOf(changed) })).not.toBe(401);
    const used = await ask(app, "POST", "/api/auth/password", { body: { token: link, password: PASSWORD } });
    expect(used.status).toBe(403);
    expect((await tryPassword("cy", PASSWORD)).status).toBe(403);
    expect((await tryPassword("cy", LONG)).status).toBe(200);
  });

  it.each([
    [true, undefined],
    [true, true],
    [false, false],
  ])("ends the tokens of whoever changes their password: %s, where they say %s", async (isEnded, endTokens) => {
    const name = `tom-${endTokens}`;
    await addMember(app, name, ["viewer"]);
    const here = await signIn(app, name);
    const { credentials: token } = await tokenOf(app, here);
    expect((await changeOwn(here, LONG, { endTokens })).status).toBe(200);
    expect((await statusFor(token)) === 401).toBe(isEnded);
  });

  describe("a one-time link", () => {
    const use = async (token: string, password = PASSWORD) =>
      (await ask(app, "POST", "/api/auth/password", { body: { token, password } })).status;

    it("is good once, and not for a short password", async () => {
      const token = await linkFor(app, await addMember(app, "dan", ["author"]));
      expect([await use(token, "short"), await use(token, LONG), await use(token)]).toEqual([422, 200, 403]);
    });

    it("that sets a password anew ends sessions and tokens, and is told to the person with who made it", async () => {
      const id = await addMember(app, "hal", ["reviewer"]);
      const credentials = await signIn(app, "hal");
      const { credentials: token } = await tokenOf(app, credentials);
      const admin = await signIn(app, "ann");
      const shown = { credential: { password: PASSWORD } };
      const link = await ask(app, "POST", `/api/people/${id}/link`, { credentials: admin, body: shown });
      const { url } = z.object({ url: z.string() }).parse(await link.json());
      expect(await use(new URL(url).hash.slice(1), LONG)).toBe(200);
      expect(await statusFor(credentials)).toBe(401);
      expect(await statusFor(token)).toBe(401);
      const entered = await ask(app, "POST", "/api/auth/sign-in", {
        body: { email: "hal@precept.example", password: LONG },
      });
      const told = async () => {
        const session = await ask(app, "GET", "/api/session", { credentials: { cookie: cookieOf(entered) } });
        return sessionSchema.parse(await session.json()).passwordResets;
      };
      expect(await told()).toEqual([{ at: app.clock.now.toISOString(), by: "ann" }]);
      const rows = await app.database.selectFrom("audit").selectAll().where("action", "=", "set password").execute();
      expect(JSON.parse(rows.find(({ actor }) => actor === id)?.detail ?? "")).toMatchObject({
        anew: true,
        link: "ann",
      });
      const first = await ask(app, "GET", "/api/session", { credentials: admin });
      expect(sessionSchema.parse(await first.json()).passwordResets).toEqual([]);
    });

    it("is good for one of two who use it at once", async () => {
      const token = await linkFor(app, await addMember(app, "ivy", ["author"]));
      const statuses = await Promise.all([use(token, LONG), use(token, `${LONG}!`)]);
      expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 403]);
    });

    it("ends with the next one, with its time, and with who may not enter any more", async () => {
      const id = await addMember(app, "eve", ["author"]);
      const [older, newer] = [await linkFor(app, id), await linkFor(app, id)];
      expect(await use(older)).toBe(403);
      const past = { expires_at: app.clock.now };
      await app.database.updateTable("sign_in_verification").set(past).where("value", "=", id).execute();
      expect(await use(newer)).toBe(403);
      const last = await linkFor(app, id);
      const credentials = await signIn(app, "ann");
      const body = { active: false, credential: { password: PASSWORD } };
      expect((await ask(app, "PUT", `/api/people/${id}`, { credentials, body })).status).toBe(200);
      expect(await use(last)).toBe(403);
    });
  });

  describe("a token", () => {
    it("is shown once, kept as a hash, and over when it expires or is ended", async () => {
      await addMember(app, "fay", ["author"]);
      const credentials = await signIn(app, "fay");
      const [first, second] = [await tokenOf(app, credentials, 1), await tokenOf(app, credentials, 1)];
      const rows = JSON.stringify(await app.database.selectFrom("access_token").selectAll().execute());
      expect(rows).not.toContain(first.secret.slice(8));
      expect(await statusFor({ authorization: `Bearer ${first.secret}` })).not.toBe(401);
      expect((await ask(app, "DELETE", `/api/account/tokens/${first.id}`, { credentials })).status).toBe(200);
      expect(await statusFor({ authorization: `Bearer ${first.secret}` })).toBe(401);
      app.clock.now = new Date(app.clock.now.getTime() + 25 * 3600_000);
      expect(await statusFor({ authorization: `Bearer ${second.secret}` })).toBe(401);
    });

    it("is made by nobody who does not show again who they are", async () => {
      const credentials = await signIn(app, "ann");
      const make = async (credential: object) => {
        const body = { name: "laptop", days: 365, credential };
        return (await ask(app, "POST", "/api/account/tokens", { credentials, body })).status;
      };
      expect([await make({}), await make({ password: "wrong" }), await make({ password: PASSWORD })]).toEqual([
        403, 403, 201,
      ]);
    });

    it("makes no tokens, changes no password and ends no token of others", async () => {
      await addMember(app, "gil", ["author"]);
      const credentials = await signIn(app, "gil");
      const body = { name: "laptop", days: 30, credential: { password: PASSWORD } };
      const { id, secret } = await tokenOf(app, credentials);
      const authorization = `Bearer ${secret}`;
      const change = { current: PASSWORD, next: LONG };
      expect((await ask(app, "POST", "/api/account/tokens", { credentials: { authorization }, body })).status).toBe(
        403,
      );
      expect(
        (await ask(app, "PUT", "/api/account/password", { credentials: { authorization }, body: change })).status,
      ).toBe(403);
      const other = await signIn(app, "ann");
      expect((await ask(app, "DELETE", `/api/account/tokens/${id}`, { credentials: other })).status).toBe(404);
    });
  });

  it("leaves an audit trail without passwords, secrets or the emails of strangers", async () => {
    await tryPassword("a-stranger", PASSWORD);
    const entries = await app.database.selectFrom("audit").select(["action", "subject", "detail"]).execute();
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of [
      "add person",
      "make one-time link",
      "set password",
      "sign in",
      "sign out",
      "change password",
      "make token",
      "end token",
    ])
      expect(actions).toContain(action);
    const text = JSON.stringify(entries);
    for (const secret of [PASSWORD, LONG, "precept_", "a-stranger"]) expect(text).not.toContain(secret);
  });

  it("refuses bodies of every other shape with a sentence", async () => {
    const bodies = [
      null,
      [],
      {},
      { email: "a" },
      { email: "a@b.example", password: 1 },
      { email: ["a@b.example"], password: "x" },
    ];
    for (const body of [
      ...bodies,
      { email: `${"a".repeat(300)}@b.example`, password: "x" },
      { email: "a@b.example", password: "x".repeat(2000) },
    ]) {
      const answer = await ask(app, "POST", "/api/auth/sign-in", { body });
      expect(answer.status).toBe(422);
      expect(problemSchema.parse(await answer.json()).detail).not.toBe("");
    }
  });

  describe("other sites", () => {
    it.each([
      ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
      ["a sister site", { "sec-fetch-site": "same-site" }, 403],
      ["another site in an old browser", { origin: "https://evil.example" }, 403],
      ["our name in the open, in an old browser", { origin: `http://${HOST}` }, 403],
      ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
      ["a form that says it is text", { "content-type": "text/plain" }, 415],
      ["another host", { host: "evil.example" }, 421],
    ])("%s changes nothing with the cookie of who is signed in", async (_, headers, status) => {
      const credentials = await signIn(app, "ann");
      const body = { name: "Mallory", email: "m@evil.example", roles: ["admin"] };
      expect((await ask(app, "POST", "/api/people", { credentials, body, headers })).status).toBe(status);
      expect((await ask(app, "POST", "/api/auth/sign-out", { credentials, headers })).status).toBe(status);
      expect(await statusFor(credentials)).not.toBe(401);
    });

    it("of ours are the address and this machine only", async () => {
      const credentials = await signIn(app, "ann");
      const from = async (headers: HeadersInit) =>
        (await ask(app, "GET", "/api/people", { credentials, headers })).status;
      expect(await from({ origin: `https://${HOST}` })).toBe(200);
      expect(await from({ origin: `https://${HOST}:8443` })).toBe(403);
      expect(await from({ host: `${HOST}.evil.example` })).toBe(421);
      expect(await from({ host: "127.0.0.1:4180" })).toBe(200);
    });
  });

  it("says on every answer that the address is never asked in the open", async () => {
    for (const path of ["/", "/healthz", "/api/session", "/api/people", "/api/auth/nothing"]) {
      const { headers } = await ask(app, "GET", path);
      expect(headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
      expect(headers.get("content-security-policy")).toMatch(/script-src 'self' 'wasm-unsafe-eval'/);
    }
  });
});
