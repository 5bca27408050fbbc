import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { candidateListSchema, decidedSchema } from "../../../server/protocol/index.ts";
import { type Keeping, purgeExpired, readKeeping } from "../../../server/determinations/cases/index.ts";
import { type Database, openDatabase, readAudit } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import { ann, bob, type Desk, eve, haveOpened, openDesk, pool, shelveBoth } from "./desk.ts";
import { kneeCase } from "./knees.ts";

const canary = "CANARY-7f3a";
const key = () => randomBytes(32).toString("base64");

function keepingFor(days: number): Keeping {
  const { keeping } = readKeeping({ PRECEPT_KEEP_CASES: String(days), PRECEPT_CASE_KEY: `${key()}, ${key()}` });
  if (keeping === null) throw new Error("cases are kept");
  return keeping;
}

/** A case that says the canary wherever a case holds words. */
const told = kneeCase(`${canary} title`)
  .replace(
    "facts:\n  locked: yes",
    `summary: ${canary} summary\ndocuments: { d: { title: ${canary} document, author: ${canary} author } }\nfacts:\n  locked:\n    value: yes\n    evidence: { document: d, page: ${canary} page, quote: ${canary} quote }`,
  )
  .concat(
    `  - service: ${canary} service\n    code: ${canary}\n    administrator: { decision: denied, guideline: ${canary} guideline }\n`,
  );

const broken = [
  told.replace("locked:", `${canary} fact:`),
  told.replace("value: yes", `value: ${canary}`),
  told.replace("facts:", `${canary}:`),
  told.replace("2014-05-14", canary),
  `{{{ ${canary}`,
];

/** Every row of every table, as text. */
async function dump(database: Database): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(database);
  const texts = await Promise.all(
    rows.map(async ({ name }) =>
      JSON.stringify((await sql`select t::text from ${sql.id(name)} t`.execute(database)).rows),
    ),
  );
  return texts.join("\n");
}

async function determinedBy(desk: Desk) {
  const made = await desk.ask(ann, "POST", "/api/determinations", { set: "knees", case: told });
  expect(made.status).toBe(201);
  return { record: made.text, id: made.headers.get("location")?.split("/").at(-1) ?? "" };
}

const override = (service: string, record: string) => ({
  decision: "overridden",
  service,
  outcome: "criteria not met",
  kind: "record misread",
  reason: `${canary} reason`,
  record,
});

afterAll(() => pool.close());

onBothDatabases("what a case says", (fresh) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
  });
  beforeAll(async () => {
    await shelveBoth(database);
  });
  beforeAll(() => haveOpened(database));
  afterAll(() => database.destroy());

  it("stands nowhere in the store, the log or the answers of others, where cases are not kept", async () => {
    const desk = openDesk(database, null);
    const { id, record } = await determinedBy(desk);
    expect(record).toContain(`${canary} quote`);
    for (const service of ["MRI of the knee", `${canary} service`]) {
      const decided = await desk.ask(ann, "POST", `/api/determinations/${id}/decisions`, override(service, record));
      expect(decidedSchema.parse(JSON.parse(decided.text))).toMatchObject({ kept: false });
      expect(decided.text).toContain(`${canary} reason`);
    }
    for (const text of broken) {
      const refused = await desk.ask(ann, "POST", "/api/determinations", { set: "knees", case: text });
      expect(refused.status).toBe(422);
    }
    await desk.ask(ann, "POST", "/api/determinations", `{"set":"knees","case":"${canary}`);
    await desk.ask(ann, "POST", `/api/determinations/${canary}/decisions`, {
      ...override(canary, canary),
      [canary]: canary,
    });
    await desk.ask(bob, "POST", "/api/candidates/1/case", { case: told.replace("yes", "no"), decision: canary });
    const others = await Promise.all(
      [
        "/api/determinations",
        "/api/candidates?set=knees",
        `/api/determinations/${id}`,
        "/api/audit",
        "/openapi.json",
      ].map((path) => desk.ask(eve, "GET", path)),
    );
    expect(others.slice(0, 3).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([...others.map(({ text }) => text), await dump(database), ...desk.reports].join("\n")).not.toContain(canary);
  });

  it("cannot be read in the store where it is kept, is opened for an author, and is gone after its time", async () => {
    const desk = openDesk(database, keepingFor(30));
    const { id, record } = await determinedBy(desk);
    await desk.ask(ann, "POST", `/api/determinations/${id}/decisions`, override("MRI of the knee", record));
    expect(await dump(database)).not.toContain(canary);
    expect(await latestCandidate(desk)).toMatchObject({
      reason: `${canary} reason`,
      caseKept: true,
      by: "Ann Reviewer",
      outcome: "criteria not met",
      made: null,
    });
    const shown = async () => JSON.parse((await desk.ask(ann, "GET", `/api/determinations/${id}`)).text).decisions;
    expect(await shown()).toMatchObject([{ record: expect.stringContaining(`${canary} reason`) }]);
    expect(await purgeExpired(database, new Date("2026-03-31T11:59:59.999Z"))).toEqual({ cases: 0, reasons: 0 });
    expect(await purgeExpired(database, new Date("2026-03-31T12:00:00.000Z"))).toEqual({ cases: 1, reasons: 1 });
    expect(await latestCandidate(desk)).toMatchObject({ reason: null, caseKept: false });
    expect(await shown()).toMatchObject([{ record: null, service: "MRI of the knee" }]);
  });

  it("is deleted when an admin says so, with the reasons of decisions on it", async () => {
    const desk = openDesk(database, keepingFor(30));
    const { id, record } = await determinedBy(desk);
    await desk.ask(ann, "POST", `/api/determinations/${id}/decisions`, override("MRI of the knee", record));
    const { caseDigest } = await latestCandidate(desk);
    expect((await desk.ask(ann, "DELETE", `/api/cases/${caseDigest}`, {})).status).toBe(403);
    expect((await desk.ask(eve, "DELETE", `/api/cases/${caseDigest}`, {})).status).toBe(204);
    expect((await desk.ask(eve, "DELETE", `/api/cases/${caseDigest}`, {})).status).toBe(404);
    expect(await latestCandidate(desk)).toMatchObject({ reason: null, caseKept: false, caseDigest });
    expect((await desk.ask(ann, "GET", `/api/determinations/${id}`)).status).toBe(200);
    const { entries } = await readAudit(database, { limit: 1 });
    expect(entries).toMatchObject([{ actor: "eve", action: "delete case", subject: caseDigest }]);
  });
});

async function latestCandidate(desk: Desk) {
  const { text } = await desk.ask(bob, "GET", "/api/candidates?set=knees");
  const [latest] = candidateListSchema.parse(JSON.parse(text)).candidates;
  if (latest === undefined) throw new Error("there is a candidate");
  return latest;
}
