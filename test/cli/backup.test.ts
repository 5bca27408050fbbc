import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase, record } from "../../server/store/index.ts";
import { copyEmptyStore } from "../support/index.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
beforeAll(async () => {
  place = await workplace({ "broken.backup": "hello" });
  for (const store of ["one", "two"]) await copyEmptyStore(join(place.folder, store, "database"));
  const database = await openDatabase({ kind: "folder", path: join(place.folder, "one", "database") });
  await save(database);
  await database.destroy();
});
afterAll(() => place.leave());

async function save(database: Database): Promise<void> {
  const at = new Date("2026-03-01T12:00:00Z");
  await database.insertInto("guideline_set").values({ name: "necks", created_at: at }).execute();
  const event = { actor: "ada", action: "save file", subject: "a\nb", detail: { set: "necks" }, at };
  await database.transaction().execute((transaction) => record(transaction, event));
}

/** A change that was sent and commented on, and something with a number that is none. */
async function change(database: Database): Promise<void> {
  const at = new Date("2026-03-01T12:00:00Z");
  await database.insertInto("guideline_set").values({ name: "necks", created_at: at }).execute();
  const row = {
    set_name: "necks",
    title: "Four weeks",
    status: "in review",
    created_by: "ada",
    created_at: at,
  } as const;
  await database.insertInto("change").values(row).execute();
  const events = [
    { action: "send to review", subject: "1", detail: { round: 1 } },
    { action: "comment", subject: "7", detail: { change: 1 } },
    { action: "make case of candidate", subject: "1", detail: {} },
  ];
  for (const event of events)
    await database.transaction().execute((transaction) => record(transaction, { actor: "ada", at, ...event }));
}

describe("the audit log", () => {
  test("is listed, one entry a line", async () => {
    const { code, out } = await place.precept("audit --data one");
    expect({ code, out }).toEqual({
      code: 0,
      out: '1  2026-03-01T12:00:00.000Z  ada  save file  a b  {"set":"necks"}\n',
    });
  });

  test("is verified", async () => {
    const { code, out } = await place.precept("audit --data one --verify");
    expect(code).toBe(0);
    expect(out).toMatch(/^1 entry, whole\. [0-9a-f]{64}\nThe signed log of releases holds none of them yet\.\n$/);
  });
});

describe("the audit log of changes", () => {
  beforeAll(async () => {
    const path = join(place.folder, "changed", "database");
    await copyEmptyStore(path);
    const database = await openDatabase({ kind: "folder", path });
    await change(database);
    await database.destroy();
  });

  test("says what the changes are called that it names by number", async () => {
    const { out } = await place.precept("audit --data changed");
    const lines = out.split("\n").map((line) => line.split("  ").slice(3).join(", "));
    expect(lines.slice(0, 3)).toEqual([
      "make case of candidate, 1, {}",
      'comment, 7 “Four weeks” of necks, {"change":1}',
      'send to review, 1 “Four weeks” of necks, {"round":1}',
    ]);
  });
});

describe("a backup", () => {
  test("of one store is restored into another, and not over one that holds something", async () => {
    expect(await place.precept("backup all.backup --data one")).toMatchObject({ code: 0 });
    expect(await place.precept("backup all.backup --data one")).toMatchObject({
      code: 2,
      err: "precept: `all.backup` is there already, and is not replaced.\n",
    });
    const restored = await place.precept("restore all.backup --data two");
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.out).toMatch(/^Restored \d+ rows as they were at /);
    expect(restored.err).toMatch(
      /^What was done after .* is not in it: keys that were revoked, cases that were deleted/,
    );
    const again = await place.precept("restore all.backup --data two");
    expect(again).toMatchObject({ code: 1, err: "precept: The store is not empty. Nothing of it was replaced.\n" });
    expect((await readdir(place.folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("that is none is refused", async () => {
    const refused = await place.precept("restore broken.backup --data two --replace");
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toMatch(/^precept: The file is not a backup/);
  });
});
