import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKey, storeShelf } from "../../server/publishing/index.ts";
import { type Database, openDatabase } from "../../server/store/index.ts";
import { copyEmptyStore, doctorable, secretOfTests } from "../support/index.ts";
import { rewriteAudit } from "../server/publishing/rewriteAudit.ts";
import { preceptIn, type Workplace, workplace } from "./precept.ts";

let place: Workplace;
beforeAll(async () => {
  place = await workplace({});
  await copyEmptyStore(join(place.folder, "data", "database"));
  const shelf = (database: Database) => storeShelf(database, { secret: secretOfTests, actor: "pat" });
  await inStore(async (database) => {
    for (const now of ["2026-03-01", "2026-03-02"]) await createKey(shelf(database), { now: new Date(now) });
  });
});
afterAll(() => place.leave());

async function inStore(work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ kind: "folder", path: join(place.folder, "data", "database") });
  await work(database);
  await database.destroy();
}

const verify = (environment: Readonly<Record<string, string>>) =>
  preceptIn(place.folder, "audit --verify --data data", "", environment);
const ours = { PRECEPT_KEY_SECRET: "of tests" };

test.each([
  ["at hand", ours],
  ["elsewhere", {}],
])("says up to where the signed log holds the audit log, with the secret %s", async (_, environment) => {
  const { code, out } = await verify(environment);
  expect(code).toBe(0);
  expect(out).toMatch(/^2 entries, whole\. [0-9a-f]{64}\nThe signed log of releases holds them up to entry 1: /);
});

test("proves nothing with keys of another server", async () => {
  const { code, out } = await verify({ PRECEPT_KEY_SECRET: "another" });
  expect(code).toBe(4);
  expect(out).toMatch(/^2 entries, and nothing shows that they were not rewritten\. The signing keys cannot be opened/);
});

test("tells an audit log that was written anew", async () => {
  await inStore(async (database) => {
    await doctorable(database, ["audit"]);
    await rewriteAudit(database, 1);
  });
  const { code, out } = await verify(ours);
  expect(code).toBe(4);
  expect(out).toMatch(/^Rewritten\. It was rewritten at or before entry 1: /);
});
