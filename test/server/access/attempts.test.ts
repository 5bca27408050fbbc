import { afterAll, beforeAll, expect, it } from "vitest";
import { teamAccess, tellRefusals } from "../../../server/access/index.ts";
import { clockIsBehind } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import { addMember, ask, openTeamApp, PASSWORD, signIn, type TeamApp } from "./people.ts";

onBothDatabases("attempts to enter", (fresh) => {
  let app: TeamApp;
  beforeAll(async () => {
    app = await openTeamApp(await fresh());
    await addMember(app, "rita", ["reviewer"]);
  });
  afterAll(() => app.close());

  /** As a connection from this address asks. */
  const tryFrom = async (from: string, name: string, password = "wrong", headers: Record<string, string> = {}) => {
    const all = { host: "precept.example", "content-type": "application/json", ...headers };
    const body = JSON.stringify({ email: `${name}@precept.example`, password });
    const socket = { remoteAddress: from, remotePort: 1, remoteFamily: from.includes(":") ? "IPv6" : "IPv4" };
    const request = new Request("https://precept.example/api/auth/sign-in", { method: "POST", headers: all, body });
    return (await app.app.fetch(request, { incoming: { socket } })).status;
  };
  const later = (minutes: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000);
  };
  const audited = async (action: string) =>
    app.database.selectFrom("audit").selectAll().where("action", "=", action).execute();
  /** Stands for many attempts that were made before, which would have to be hashed. */
  const attempted = (count: number, name: (at: number) => string, address: (at: number) => string) =>
    app.database
      .insertInto("sign_in_attempt")
      .values(
        Array.from({ length: count }, (_, at) => ({
          kind: "password" as const,
          name: name(at),
          address: address(at),
          at: app.clock.now,
        })),
      )
      .execute();

  it("of others keep nobody from entering elsewhere, nor from signing", async () => {
    const { cookie } = await signIn(app, "rita");
    await attempted(
      9,
      () => "rita@precept.example",
      () => "203.0.113.5",
    );
    expect(await tryFrom("203.0.113.5", "rita")).toBe(403);
    expect(await tryFrom("203.0.113.5", "rita", PASSWORD)).toBe(429);
    expect(await tryFrom("198.51.100.7", "rita", PASSWORD)).toBe(200);
    await attempted(
      100,
      () => "rita@precept.example",
      (at) => `192.0.2.${at}`,
    );
    expect(await tryFrom("198.51.100.7", "rita", PASSWORD)).toBe(429);
    const rita = await app.database.selectFrom("person").select("id").executeTakeFirstOrThrow();
    const request = new Request("https://precept.example/", { headers: { cookie } });
    const signer = { id: rita.id, name: "rita", roles: ["reviewer"] as const };
    const confirmed = await teamAccess(app.team).confirmCredential(request, signer, { password: PASSWORD });
    expect(confirmed).toEqual({ ok: true });
  });

  it("that are refused do not count, so that the wait has an end", async () => {
    later(16);
    await attempted(
      10,
      () => "rita@precept.example",
      () => "203.0.113.5",
    );
    expect(await tryFrom("203.0.113.5", "rita")).toBe(429);
    later(14);
    expect(await tryFrom("203.0.113.5", "rita")).toBe(429);
    later(2);
    expect(await tryFrom("203.0.113.5", "rita", PASSWORD)).toBe(200);
  });

  it("are counted by address, of IPv6 by its network, and all together", async () => {
    later(16);
    await attempted(
      100,
      (at) => `n${at}`,
      () => "203.0.113.9",
    );
    expect(await tryFrom("203.0.113.9", "rita", PASSWORD)).toBe(429);
    expect(await tryFrom("::ffff:203.0.113.9", "rita", PASSWORD)).toBe(429);
    await attempted(
      100,
      (at) => `n${at}`,
      () => "2001:db8:0:7",
    );
    expect(await tryFrom("2001:db8::7:1:2:3:4", "rita", PASSWORD)).toBe(429);
    expect(await tryFrom("2001:db8:0:8::1", "rita", PASSWORD)).toBe(200);
    await attempted(
      801,
      (at) => `m${at}`,
      (at) => `10.0.${at % 200}.${at}`,
    );
    expect(await tryFrom("2001:db8:0:8::1", "rita", PASSWORD)).toBe(429);
    later(16);
    expect(await tryFrom("2001:db8:0:8::1", "rita", PASSWORD)).toBe(200);
  });

  it("are of who a proxy of this machine says last, and of nobody that others make up", async () => {
    later(16);
    await attempted(
      100,
      (at) => `n${at}`,
      () => "203.0.113.9",
    );
    const told = (text: string) => ({ "x-forwarded-for": text });
    expect(await tryFrom("127.0.0.1", "rita", PASSWORD, told("198.51.100.1, 203.0.113.9"))).toBe(429);
    expect(await tryFrom("127.0.0.1", "rita", PASSWORD, told("203.0.113.9, 198.51.100.1"))).toBe(200);
    expect(await tryFrom("203.0.113.9", "rita", PASSWORD, told("198.51.100.1"))).toBe(429);
    expect(await tryFrom("127.0.0.1", "rita", PASSWORD, told("<script>"))).toBe(200);
  });

  it("that are refused are one entry of the audit log an hour, which does not move its time", async () => {
    await tellRefusals(app.database, new Date(app.clock.now.getTime() + 3_600_000));
    const before = (await audited("refuse sign-ins")).length;
    app.clock.now = new Date(`${app.clock.now.toISOString().slice(0, 13)}:30:00.000Z`);
    later(120);
    const hour = app.clock.now.toISOString().slice(0, 13);
    for (let at = 0; at < 3; at += 1) await tryFrom("203.0.113.5", `stranger-${at}`);
    await tryFrom("203.0.113.5", "rita");
    await ask(app, "GET", "/api/auth/callback/oidc?code=x&state=y");
    const now = app.clock.now;
    await tellRefusals(app.database, now);
    expect(await audited("refuse sign-ins")).toHaveLength(before);
    const muchLater = new Date(now.getTime() + 400 * 24 * 3_600_000);
    await Promise.all([tellRefusals(app.database, muchLater), tellRefusals(app.database, muchLater)]);
    const rows = (await audited("refuse sign-ins")).slice(before);
    const rita = await app.database.selectFrom("person").select("id").executeTakeFirstOrThrow();
    expect(rows.map(({ actor, subject, detail }) => ({ actor, subject, detail: JSON.parse(detail) }))).toEqual([
      { actor: "nobody", subject: `${hour}:00Z`, detail: { refused: 5, people: [rita.id] } },
    ]);
    expect(await clockIsBehind(app.database, now)).toBeNull();
    expect(await app.database.selectFrom("refused_entry").selectAll().execute()).toEqual([]);
  });
});
