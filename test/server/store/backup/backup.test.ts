import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import {
  checkBackup,
  type Database,
  openDatabase,
  record,
  restoreBackup,
  verifyAudit,
  writeBackup,
} from "../../../../server/store/index.ts";
import { emptyStoreFolder, onBothDatabases } from "../../../support/index.ts";

const at = new Date("2026-03-01T12:00:00.123Z");
const odd = `"quoted" \\ line\n\t\u2028 \u{1F600} 'x'`;

const bytesOf = (text: string | null) => (text === null ? null : new TextEncoder().encode(text));

/** A little of everything whose values could change on the way. */
async function fill(database: Database): Promise<void> {
  await database.insertInto("guideline_set").values({ name: "neck", created_at: at }).execute();
  for (const text of [odd, null, ""])
    await database
      .insertInto("revision")
      .values({
        set_name: "neck",
        path: odd,
        content: bytesOf(text),
        sha256: text === null ? null : "0",
        actor: "ada",
        at,
      })
      .execute();
  await database
    .insertInto("release")
    .values({
      set_name: "neck",
      version: "1.0.0",
      digest: "sha256:0",
      meaning: "sha256:1",
      manifest: odd,
      file: "neck-1.0.0.tgz",
      payload: Uint8Array.from({ length: 256 }, (_, byte) => byte),
      attestation: "{}",
      effective_from: "2026-01-31",
      published_at: at,
    })
    .execute();
  await database.transaction().execute(async (transaction) => {
    for (const subject of ["a", odd])
      await record(transaction, { actor: "ada", action: "save file", subject, detail: { set: "neck" }, at });
  });
}

async function contentOf(database: Database) {
  const revisions = await database.selectFrom("revision").selectAll().orderBy("id").execute();
  const releases = await database.selectFrom("release").selectAll().execute();
  return {
    revisions: revisions.map((revision) => ({ ...revision, content: [...(revision.content ?? [])] })),
    releases: releases.map((release) => ({ ...release, payload: [...release.payload] })),
  };
}

/** The lines of a backup, changed, in gzip again. */
async function tampered(file: string, change: (text: string) => string): Promise<string> {
  const other = `${file}.changed`;
  await writeFile(other, gzipSync(change(gunzipSync(await readFile(file)).toString())));
  return other;
}

onBothDatabases("a backup", (fresh) => {
  let folder: string;
  let file: string;
  let source: Database;
  const opened: Database[] = [];
  const open = async (): Promise<Database> => {
    const database = await openDatabase(await fresh());
    opened.push(database);
    return database;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "precept-backup-"));
    file = join(folder, "all.backup");
    source = await openDatabase(await fresh());
    await fill(source);
    await writeBackup(source, file, at);
  });
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.destroy();
  });
  afterAll(async () => {
    await source.destroy();
    await rm(folder, { recursive: true });
  });

  it("is one whole file, which only this account reads", async () => {
    expect(await checkBackup(file)).toBeNull();
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it("brings everything back, and what is new is numbered on", async () => {
    const database = await open();
    const restored = await restoreBackup(database, file, { replace: false, now: at });
    expect(restored).toMatchObject({ kind: "restored", at: at.toISOString(), audit: { kind: "whole", entries: 2 } });
    expect(await contentOf(database)).toEqual(await contentOf(source));
    const { id } = await database
      .insertInto("revision")
      .values({ set_name: "neck", path: "x", content: bytesOf(""), sha256: "0", actor: "ada", at })
      .returning("id")
      .executeTakeFirstOrThrow();
    expect(id).toBe(4);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 3 });
    await expect(sql`delete from audit`.execute(database)).rejects.toThrow("never changed or removed");
  });

  it("replaces what is there only when that is asked for", async () => {
    const database = await open();
    await database.insertInto("guideline_set").values({ name: "knee", created_at: at }).execute();
    expect(await restoreBackup(database, file, { replace: false, now: at })).toEqual({
      kind: "refused",
      detail: "The store is not empty. Nothing of it was replaced.",
    });
    expect(await restoreBackup(database, file, { replace: true, now: at })).toMatchObject({ kind: "restored" });
    expect(await database.selectFrom("guideline_set").select("name").execute()).toEqual([{ name: "neck" }]);
  });

  const damages: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ["another value", (text) => text.replace('"actor":"ada"', '"actor":"eve"'), /not those that were written/],
    ["a row fewer", (text) => text.replace(/(\{"table":"release"\}\n)[^\n]*\n/, "$1"), /not those that were written/],
    ["no end", (text) => text.replace(/\{"tables".*\n/, ""), /cut short/],
    ["half a line at the end", (text) => text.slice(0, -5), /cut short|damaged/],
    ["a later format", (text) => text.replace("precept/backup/1", "precept/backup/2"), /later version/],
    ["a later migration", (text) => text.replace("0001 first", "9999 later"), /later version/],
    ["an unknown table", (text) => text.replace('{"table":"setting"}', '{"table":"pg_class"}'), /does not know/],
    ["a table twice", (text) => text.replace('{"table":"setting"}', '{"table":"audit"}'), /twice|not those/],
    ["something behind the end", (text) => `${text}{"row":{}}\n`, /behind the end/],
    ["a row that does not fit", (text) => text.replace('"path":', '"pith":'), /does not fit/],
    ["other text", () => "hello\n", /not a backup/],
  ];
  it.each(damages)("with %s is refused, and nothing is changed", async (_, change, why) => {
    const database = await open();
    const refused = await restoreBackup(database, await tampered(file, change), { replace: true, now: at });
    expect(refused).toEqual({ kind: "refused", detail: expect.stringMatching(why) });
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 0 });
  });

  it("that is cut short, changed or no archive is refused", async () => {
    const bytes = await readFile(file);
    const other = join(folder, "other");
    const middle = Math.floor(bytes.length / 2);
    const changed = bytes.with(middle, (bytes[middle] ?? 0) ^ 1);
    for (const wrong of [bytes.subarray(0, middle), changed, bytes.subarray(0, -4), Buffer.from("hello")]) {
      await writeFile(other, wrong);
      expect(await checkBackup(other)).toMatch(/damaged|cut short|not those/);
    }
  });
});

onBothDatabases("a backup of a database in a folder", (fresh) => {
  let folder: string;
  let path: string;
  let first: Database;
  let second: Database;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "precept-backup-"));
    path = await emptyStoreFolder();
    first = await openDatabase({ kind: "folder", path });
    await fill(first);
    second = await openDatabase(await fresh());
  });
  afterAll(async () => {
    await Promise.all([first.destroy(), second.destroy()]);
    await Promise.all([folder, path].map((each) => rm(each, { recursive: true })));
  });

  it("is restored into the other kind, and back", async () => {
    await writeBackup(first, join(folder, "1"), at);
    await restoreBackup(second, join(folder, "1"), { replace: false, now: at });
    await writeBackup(second, join(folder, "2"), at);
    const back = await restoreBackup(first, join(folder, "2"), { replace: true, now: at });
    expect(back).toMatchObject({ kind: "restored" });
    expect(await contentOf(first)).toEqual(await contentOf(second));
    expect(await verifyAudit(first)).toMatchObject({ kind: "whole", entries: 4 });
  });
});
