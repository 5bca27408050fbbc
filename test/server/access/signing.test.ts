import { afterAll, beforeAll, expect, it } from "vitest";
import { openEmptyStore } from "../../support/index.ts";
import { addMember, ask, type Credentials, PASSWORD, signIn, type TeamApp, teamAppOn, tokenOf } from "./people.ts";

let app: TeamApp;
let credentials: Credentials;
beforeAll(async () => {
  app = await teamAppOn(await openEmptyStore());
  await addMember(app, "ann", ["author", "reviewer", "publisher", "admin"]);
  credentials = await signIn(app, "ann");
});
afterAll(() => app.close());

const round = { round: 1, digest: "sha256:0" };

/** Everything that is signed (21 CFR 11.200), with a body that says all that is needed but who signs. */
const signed: readonly (readonly [path: string, body: object])[] = [
  ["/api/changes/1/approvals", { ...round, decision: "approved" }],
  ["/api/changes/1/waivers", { ...round, gate: "adequacy", reason: "known" }],
  ["/api/changes/1/release", { ...round, effectiveFrom: "2026-01-01" }],
  ["/api/sets/none/releases/1.0.0/retirement", { reason: "replaced", effectiveTo: "2026-12-31" }],
  ["/api/sets/none/yearly-reviews", { version: "1.0.0", note: "read" }],
];

it.each(signed)("%s is signed by nobody who does not show again who they are", async (path, body) => {
  const status = async (credential?: object) => {
    const answer = await ask(app, "POST", path, { credentials, body: { ...body, ...(credential && { credential }) } });
    return [answer.status, await answer.text()];
  };
  expect(await status()).toEqual([403, expect.stringContaining("Type your password again to sign.")]);
  expect(await status({ password: "wrong" })).toEqual([403, expect.stringContaining("This is not your password.")]);
  // Who they are is shown; there is only nothing to sign here, and no secret to open a key with.
  expect([404, 503]).toContain((await status({ password: PASSWORD }))[0]);
});

const person = { name: "Bea", email: "bea@precept.example", roles: ["author"] };

/** Everything that is for admins only and does something. */
const administered: readonly (readonly [method: string, path: string, body: object])[] = [
  ["POST", "/api/people", person],
  ["PUT", "/api/people/none", { roles: ["author"] }],
  ["POST", "/api/people/none/link", {}],
  ["POST", "/api/backup", {}],
  ["DELETE", `/api/cases/sha256:${"0".repeat(64)}`, {}],
];

it.each(administered)("%s %s is done for nobody who does not show again who they are", async (method, path, body) => {
  const status = async (credential: object) => {
    const sent = { ...body, credential };
    const answer = await ask(app, method, path, { credentials, body: sent });
    return [answer.status, answer.ok ? "" : await answer.text()];
  };
  expect(await status({})).toEqual([403, expect.stringContaining("Type your password again")]);
  expect(await status({ password: "wrong" })).toEqual([403, expect.stringContaining("This is not your password.")]);
  expect([200, 201, 404]).toContain((await status({ password: PASSWORD }))[0]);
});

it("is done by no token, not even with the password", async () => {
  const { credentials: token } = await tokenOf(app, credentials);
  const before = await app.database.selectFrom("person").selectAll().execute();
  for (const [method, path, body] of [...administered, ["POST", "/api/keys", {}] as const]) {
    const sent = { ...body, credential: { password: PASSWORD } };
    const answer = await ask(app, method, path, { credentials: token, body: sent });
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      403,
      expect.stringContaining("never administers"),
    ]);
  }
  expect(await app.database.selectFrom("person").selectAll().execute()).toEqual(before);
});
