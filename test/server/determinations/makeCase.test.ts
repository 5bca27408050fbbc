import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseDigest } from "../../../engine/record/index.ts";
import { decodeCase } from "../../../engine/values/case/index.ts";
import { makeCaseOf } from "../../../server/determinations/index.ts";
import { createSet, readDraftFile } from "../../../server/store/drafts/index.ts";
import { type Database, openDatabase, readAudit } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import { ann } from "./desk.ts";
import { firstEdition, kneeCase } from "./knees.ts";

const at = new Date("2026-03-01T12:00:00.000Z");
const text = kneeCase("A knee");
const digest = `sha256:${"0".repeat(64)}`;

/** What a reviewer decided otherwise, and its number. */
async function candidateIn(database: Database): Promise<number> {
  const of = decodeCase({ name: "case", text }).value;
  if (of === null) throw new Error("the case is one");
  const determination = {
    id: "one",
    set_name: "knees",
    version: "1.0.0",
    digest,
    case_digest: caseDigest(of),
    record_digest: digest,
    service_date: "2014-05-14",
    actor: "ann",
    at,
  };
  await database.insertInto("determination").values(determination).execute();
  const decision = {
    determination_id: "one",
    service: "MRI of the knee",
    decision: "overridden" as const,
    kind: "other",
    outcome: "criteria not met",
    content_digest: digest,
    actor: "ann",
    actor_name: "Ann",
    at,
  };
  const { id } = await database.insertInto("decision").values(decision).returning("id").executeTakeFirstOrThrow();
  return id;
}

onBothDatabases("a candidate that is made a case", (fresh) => {
  let database: Database;
  let id: number;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await createSet(database, { actor: "ann", at }, "knees", firstEdition);
    id = await candidateIn(database);
  });
  afterAll(() => database.destroy());

  const make = () => makeCaseOf({ database, keeping: null, clock: () => at }, ann, id, { case: text });
  const file = () => readDraftFile(database, "knees", `cases/candidate-${id}.yaml`);
  const actions = async () => (await readAudit(database, { limit: 10 })).entries.map(({ action }) => action);

  test("is no case at all where anything fails between the file and its note, and can be made again", async () => {
    await sql`alter table decision add constraint fails check (case_path is null)`.execute(database);
    const before = await actions();
    await expect(make()).rejects.toThrow(/constraint/);
    expect([await file(), await actions()]).toMatchObject([{ ok: false }, before]);
    await sql`alter table decision drop constraint fails`.execute(database);
    expect(await make()).toMatchObject({ kind: "made", path: `cases/candidate-${id}.yaml` });
    expect(await file()).toMatchObject({ ok: true });
    expect((await actions()).slice(0, 2)).toEqual(["make case of candidate", "save file"]);
  });

  test("is made one only once", async () => {
    expect(await make()).toMatchObject({
      kind: "refused",
      status: 422,
      detail: expect.stringContaining("a case already"),
    });
  });
});
