import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import {
  checkBackup,
  COOKIE_SECRET,
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

/** Somebody with a password, who is signed in. */
async function signIn(database: Database): Promise<void> {
  const [of, moment] = [{ person_id: "ada" }, { created_at: at, updated_at: at }];
  await addPerson(database);
  const account = {
    id: "1",
    account_id: "ada",
    provider_id: "credential",
    password: "scrypt:of-ada",
    ...of,
    ...moment,
  };
  await database
    .insertInto("sign_in_account")
    .values({ ...account, access_token: "of-provider", refresh_token: "of-provider", id_token: "of-provider" })
    .execute();
  const session = { id: "1", token: "session-token", signed_in_with: "password" as const, expires_at: at };
  await database
    .insertInto("sign_in_session")
    .values({ ...session, ...of, ...moment })
    .execute();
  const link = { id: "1", identifier: "ada", value: "one-time-link", expires_at: at };
  await database
    .insertInto("sign_in_verification")
    .values({ ...link, ...moment })
    .execute();
  const token = { id: "1", name: "laptop", hash: "hash-of-token", created_at: at, expires_at: at };
  await database
    .insertInto("access_token")
    .values({ ...token, ...of })
    .execute();
  await database
    .insertInto("sign_in_attempt")
    .values({ kind: "password", name: "tries", address: "127.0.0.1", at })
    .execute();
  await database.insertInto("setting").values({ name: COOKIE_SECRET, value: "signs-cookies" }).execute();
}

const addPerson = (database: Database) =>
  database
    .insertInto("person")
    .values({ id: "ada", name: "Ada", email: "ada@example.org", roles: "[]", created_at: at })
    .execute();

const hashOf = (at: number): string => `${at}`.repeat(64);

const addEntry = (database: Database, index: number) =>
  database
    .insertInto("log_entry")
    .values({ index, leaf: "{}", hash: hashOf(index) })
    .execute();

/** What can be ended: a key, a case that is kept, a person; and one entry of the log. */
async function addEnding(database: Database, name: string): Promise<void> {
  const [kid, digest] = [`key-${name}`, `sha256:${name}`];
  await database.insertInto("signing_key").values({ kid, public_key: "{}", private_key: "", created_at: at }).execute();
  await database.insertInto("stored_case").values({ digest, sealed: "", expires_at: at }).execute();
  await addPerson(database);
  await addEntry(database, 0);
}

async function endAll(database: Database): Promise<void> {
  await database.updateTable("signing_key").set({ revoked_at: at, revoked_because: "compromised" }).execute();
  await database.deleteFrom("stored_case").execute();
  await database.updateTable("person").set({ active: false }).execute();
  await addEntry(database, 1);
}

async function remarksOf(restored: ReturnType<typeof restoreBackup>): Promise<readonly string[]> {
  const done = await restored;
  if (done.kind !== "restored") throw new Error(done.detail);
  return done.remarks;
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

  it("holds nothing that lets anybody in, and ends what an older one still held", async () => {
    const database = await open();
    await signIn(database);
    const own = join(folder, "signed in");
    await writeBackup(database, own, at);
    const text = gunzipSync(await readFile(own)).toString();
    expect(text).toContain("scrypt:of-ada");
    for (const secret of ["session-token", "signs-cookies", "hash-of-token", "of-provider", "one-time-link", "tries"])
      expect(text).not.toContain(secret);
    const older = await tampered(own, (lines) => {
      const row = '{"row":{"id":1,"kind":"password","name":"ada","address":"","at":"2026-03-01T12:00:00Z"}}\n';
      const hash = createHash("sha256").update(row).digest("hex");
      return lines
        .replace('{"table":"sign_in_attempt"}\n', `{"table":"sign_in_attempt"}\n${row}`)
        .replace(/"sign_in_attempt":\{[^}]*\}/, `"sign_in_attempt":{"rows":1,"sha256":"${hash}"}`);
    });
    expect(await restoreBackup(database, older, { replace: true, now: at })).toMatchObject({ kind: "restored" });
    for (const table of ["sign_in_session", "sign_in_attempt", "access_token", "setting"] as const)
      expect(await database.selectFrom(table).selectAll().execute()).toEqual([]);
    const people = await database.selectFrom("person").select("name").execute();
    expect(people).toEqual([{ name: "Ada" }]);
  });

  it("that is older says what it brings back, and forks no log unless that is asked for", async () => {
    const database = await open();
    const older = join(folder, "older");
    await addEnding(database, "kept");
    await writeBackup(database, older, at);
    const [restoredSame] = await remarksOf(restoreBackup(database, older, { replace: true, now: at }));
    expect(restoredSame).toMatch(/What was done after 2026-03-01T12:00:00.123Z is not in it/);
    await endAll(database);
    const refused = await restoreBackup(database, older, { replace: true, now: at });
    expect(refused).toEqual({
      kind: "refused",
      detail: expect.stringMatching(/here has 2 entries.*backup's \(1 entry\)/),
    });
    expect(await database.selectFrom("log_entry").selectAll().execute()).toHaveLength(2);
    const remarks = await remarksOf(restoreBackup(database, older, { replace: true, evenIfOlder: true, now: at }));
    const expected = [
      /revoked here and sign again.*: key-kept\./,
      /put out here.*: Ada\./,
      /kept again.*: sha256:kept\./,
    ];
    for (const sentence of [...expected, /2 entries/, /key-secret/, /Everybody signs in again/])
      expect(remarks.join("\n")).toMatch(sentence);
  });

  it("has to hold the head of the log that somebody kept", async () => {
    const database = await open();
    const older = join(folder, "with a log");
    await addEnding(database, "kept");
    await writeBackup(database, older, at);
    const head = { log: hashOf(0), size: 1, root: hashOf(0), at: at.toISOString(), signature: "" };
    const asked = (kept: typeof head) =>
      restoreBackup(database, older, { replace: true, now: at, pinned: { head: kept, pinnedAt: null } });
    expect(await asked(head)).toMatchObject({ kind: "restored" });
    expect(await asked({ ...head, size: 2 })).toMatchObject({
      detail: expect.stringContaining("of a log of 2 entries"),
    });
    expect(await asked({ ...head, root: hashOf(1) })).toMatchObject({ kind: "refused" });
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
