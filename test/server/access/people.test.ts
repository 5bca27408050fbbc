import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { teamAccess } from "../../../server/access/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import { addMember, ask, type Credentials, openTeamApp, PASSWORD, signIn, type TeamApp, tokenOf } from "./people.ts";

/** As an admin shows again who they are. */
const shown = { credential: { password: PASSWORD } };
const addedSchema = z.object({ person: z.looseObject({ id: z.string() }), link: z.object({ url: z.string() }) });

onBothDatabases("people", (fresh) => {
  let app: TeamApp;
  let admin: Credentials;
  let adminId: string;
  beforeAll(async () => {
    app = await openTeamApp(await fresh());
    adminId = await addMember(app, "ann", ["admin"]);
    admin = await signIn(app, "ann");
  });
  afterAll(() => app.close());

  const add = (body: object) => ask(app, "POST", "/api/people", { credentials: admin, body: { ...body, ...shown } });
  const change = (id: string, body: object, credentials = admin) =>
    ask(app, "PUT", `/api/people/${id}`, { credentials, body: { ...body, ...shown } });

  it("are listed with a link to set a password, once per email", async () => {
    const answer = await add({ name: "Bea Writer", email: "Bea@precept.example", roles: ["reviewer", "author"] });
    expect(answer.status).toBe(201);
    const { link, person } = addedSchema.parse(await answer.json());
    expect(link.url).toMatch(/^https:\/\/precept\.example\/welcome#[\w-]{32}$/);
    expect(person).toMatchObject({ email: "bea@precept.example", roles: ["reviewer", "author"], active: true });
    expect((await add({ name: "Bea", email: "BEA@precept.example", roles: ["author"] })).status).toBe(409);
  });

  it.each([
    ["a name with a line end", { name: "A\r\nSet-Cookie: x=1" }],
    ["a name with a null", { name: "A\u0000B" }],
    ["a name that runs backwards", { name: "A\u202Enimda" }],
    ["half a character", { name: "A\uD800" }],
    ["a name of blanks", { name: "  " }],
    ["a name that is too long", { name: "x".repeat(101) }],
    ["an email with a line end", { email: "a@b.example\r\nBcc: x@y.example" }],
    ["an email that is none", { email: "ann" }],
    ["an email that is too long", { email: `${"a".repeat(250)}@b.example` }],
    ["a role there is not", { roles: ["owner"] }],
    ["no role", { roles: [] }],
  ])("with %s are refused", async (_, wrong) => {
    const answer = await add({ name: "Cy", email: "cy@precept.example", roles: ["viewer"], ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("may be named in any script", async () => {
    const answer = await add({ name: "Нина О’Брайен-李", email: "nina@precept.example", roles: ["viewer"] });
    expect(answer.status).toBe(201);
  });

  it("who may not enter any more lose sessions and tokens at once", async () => {
    const id = await addMember(app, "dan", ["author"]);
    const credentials = await signIn(app, "dan");
    const { secret } = await tokenOf(app, credentials);
    const asked = async (with_: Credentials) =>
      (await ask(app, "GET", "/api/account/tokens", { credentials: with_ })).status;
    expect([await asked(credentials), await asked({ authorization: `Bearer ${secret}` })]).toEqual([200, 200]);
    expect((await change(id, { active: false })).status).toBe(200);
    expect([await asked(credentials), await asked({ authorization: `Bearer ${secret}` })]).toEqual([401, 401]);
    expect((await change(id, { active: true })).status).toBe(200);
    expect([await asked(credentials), await asked({ authorization: `Bearer ${secret}` })]).toEqual([401, 401]);
  });

  it("have the roles they are given from the next request on", async () => {
    const id = await addMember(app, "eve", ["viewer"]);
    const credentials = await signIn(app, "eve");
    const list = async () => (await ask(app, "GET", "/api/people", { credentials })).status;
    expect(await list()).toBe(403);
    await change(id, { roles: ["admin"] });
    expect(await list()).toBe(200);
    await change(id, { roles: ["viewer"] });
    expect(await list()).toBe(403);
  });

  it("always have an admin, also when two take the role from each other at the same moment", async () => {
    expect((await change(adminId, { roles: ["viewer"] })).status).toBe(409);
    expect((await change(adminId, { active: false })).status).toBe(409);
    const id = await addMember(app, "fay", ["admin"]);
    const fay = await signIn(app, "fay");
    const both = await Promise.all([change(id, { roles: ["viewer"] }), change(adminId, { roles: ["viewer"] }, fay)]);
    expect(both.filter(({ status }) => status === 200).length).toBe(1);
    await app.database.updateTable("person").set({ roles: '["admin"]' }).where("id", "=", adminId).execute();
  });

  it("who are not listed are nobody", async () => {
    expect((await change("nobody", { roles: ["admin"] })).status).toBe(404);
    expect((await ask(app, "POST", "/api/people/nobody/link", { credentials: admin, body: shown })).status).toBe(404);
  });

  it("show again who they are when they sign", async () => {
    const id = await addMember(app, "gil", ["reviewer"]);
    const { cookie } = await signIn(app, "gil");
    const access = teamAccess(app.team);
    const actor = { id, name: "gil", roles: ["reviewer"] as const };
    const request = new Request("https://precept.example/", { headers: { cookie } });
    const confirm = async (credential?: { password: string }) => {
      const answer = await access.confirmCredential(request, actor, credential);
      return answer.ok ? "ok" : answer.status;
    };
    expect(await confirm({ password: PASSWORD })).toBe("ok");
    expect(await confirm()).toBe(403);
    const wrong = await Promise.all(Array.from({ length: 10 }, () => confirm({ password: "wrong" })));
    expect(new Set(wrong)).toEqual(new Set([403]));
    expect(await confirm({ password: PASSWORD })).toBe(429);
    const refused = await app.database
      .selectFrom("audit")
      .select("actor")
      .where("action", "=", "refuse credential")
      .execute();
    expect(refused).toEqual(Array.from({ length: 10 }, () => ({ actor: id })));
  });
});
