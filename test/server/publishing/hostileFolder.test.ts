import { randomUUID } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decodeKeySet, decodeLog, encodeLog, type Leaf } from "../../../engine/attestation/index.ts";
import { createKey, folderShelf, rotateKeys } from "../../../server/publishing/index.ts";
import { makeSigningKey } from "../../../server/publishing/keys/index.ts";
import { day } from "../../engine/attestation/attested.ts";
import { publishNecks, versionOf } from "./shelves.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "precept-hostile-"));
});
afterEach(() => rm(folder, { recursive: true }));

const releases = () => join(folder, "releases");
const shelf = (name = "releases") => folderShelf(join(folder, name), join(folder, "keys"));
const readable = () => folderShelf(releases(), join(releases(), "no keys"));
const staged = `.published-${randomUUID()}`;

describe("a folder of somebody else, when it is read", () => {
  test("takes nothing out of a folder that a link in it leads to", async () => {
    await publishNecks(shelf(), day(1));
    await mkdir(join(folder, "home"));
    await writeFile(join(folder, "home", "log.json"), "private");
    await symlink(join(folder, "home"), join(releases(), staged));
    await symlink(join(folder, "home"), join(releases(), ".published-x"));
    expect((await readable().list("necks")).releases).toHaveLength(1);
    expect((await readable().log()).ok).toBe(true);
    expect(await readFile(join(folder, "home", "log.json"), "utf8")).toBe("private");
  });

  test.each([staged, ".published-x"])("replaces no release by what lies in %s", async (name) => {
    await publishNecks(shelf(), day(1));
    const before = await readFile(join(releases(), "necks-1.0.0.tgz"));
    await mkdir(join(releases(), name));
    await writeFile(join(releases(), name, "necks-1.0.0.tgz"), "other bytes");
    expect((await readable().list("necks")).releases).toHaveLength(1);
    expect((await readable().read("necks", "1.0.0"))?.payload).toEqual(before);
    await publishNecks(shelf(), day(2), { title: "Others" });
    expect(await readFile(join(releases(), "necks-1.0.0.tgz"))).toEqual(before);
  });

  test("brings nothing to its place but what this program writes", async () => {
    await publishNecks(shelf(), day(1));
    await mkdir(join(releases(), staged));
    await writeFile(join(releases(), staged, ".bashrc"), "evil");
    await symlink(join(folder, "keys"), join(releases(), staged, "mine-1.0.0.tgz"));
    await publishNecks(shelf(), day(2), { title: "Others" });
    expect((await readdir(releases())).filter((name) => name === ".bashrc" || name.startsWith("mine"))).toEqual([]);
  });

  test("is read again where a file was replaced by one of its size and time", async () => {
    await publishNecks(shelf(), day(1));
    const path = join(releases(), "necks-1.0.0.tgz");
    expect((await shelf().list("necks")).damaged).toEqual([]);
    const { size, atime, mtime } = await stat(path);
    await writeFile(path, new Uint8Array(size));
    await utimes(path, atime, mtime);
    expect((await shelf().list("necks")).damaged).toHaveLength(1);
  });
});

describe("a log that somebody wrote into", () => {
  const change = async (edit: (entries: readonly Leaf[]) => readonly Leaf[]) => {
    const path = join(releases(), "log.json");
    const log = decodeLog(await readFile(path));
    if (!log.ok) throw new Error(log.problem);
    await writeFile(path, encodeLog({ entries: edit(log.value.entries), head: log.value.head }));
  };
  const retirement = (content: string): Leaf => ({
    type: "retirement",
    set: "necks",
    version: "1.0.0",
    content,
    name: "Chief",
    reason: "No.",
    to: "2020-01-01",
    at: day(1),
  });

  test("is not signed over, and a key in it becomes nobody's", async () => {
    await publishNecks(shelf(), day(1));
    const { record } = await makeSigningKey(day(1), null);
    const before = await readFile(join(releases(), "keys.json"), "utf8");
    await change((entries) => [...entries, { type: "key", key: record }]);
    const sentence = "Nothing was added: the log is not as it was signed here.";
    expect(await createKey(shelf(), { now: new Date(day(2)) })).toEqual({
      kind: "refused",
      detail: expect.stringContaining(sentence),
    });
    expect(await publishNecks(shelf(), day(2), { title: "Others" })).toMatchObject({
      kind: "refused",
      objections: [{ detail: expect.stringContaining(sentence) }],
    });
    expect(await readFile(join(releases(), "keys.json"), "utf8")).toBe(before);
  });

  test("retires nothing", async () => {
    await publishNecks(shelf(), day(1));
    const digest = (await shelf().list("necks")).releases[0]?.digest ?? "";
    await change((entries) => [...entries, retirement(digest)]);
    for (const each of [shelf(), readable()])
      expect((await each.list("necks")).releases[0]?.effective).toEqual({ from: "2026-04-01", to: null });
  });

  test("is not gone on with where it was cut back to what was signed before", async () => {
    await publishNecks(shelf(), day(1));
    const files = ["log.json", "keys.json"];
    for (const name of files) await copyFile(join(releases(), name), join(folder, name));
    await publishNecks(shelf(), day(2), { title: "Others" });
    for (const name of files) await copyFile(join(folder, name), join(releases(), name));
    expect(await publishNecks(shelf(), day(3), { title: "Yet others" })).toMatchObject({
      objections: [{ detail: expect.stringContaining("The log has 3 entries; it had 4 when its head was kept.") }],
    });
  });

  test("is not gone on with where it is that of another folder, or gone", async () => {
    await publishNecks(shelf(), day(1));
    await publishNecks(shelf("other"), day(1));
    await copyFile(join(folder, "other", "log.json"), join(releases(), "log.json"));
    expect(await publishNecks(shelf(), day(2), { title: "Others" })).toMatchObject({
      objections: [{ detail: expect.stringContaining("of another log than this") }],
    });
    await rm(join(releases(), "log.json"));
    expect(await publishNecks(shelf(), day(2), { title: "Others" })).toMatchObject({
      objections: [{ detail: expect.stringContaining("is gone") }],
    });
  });

  test("by another key is not gone on with", async () => {
    await publishNecks(folderShelf(releases(), join(folder, "their keys")), day(1));
    await createKey(shelf("mine"), { now: new Date(day(1)) });
    expect(await publishNecks(shelf(), day(2), { title: "Others" })).toMatchObject({
      objections: [{ detail: expect.stringContaining("which is not trusted") }],
    });
    const keys = decodeKeySet(await readFile(join(folder, "mine", "keys.json")));
    expect(keys).toMatchObject({ ok: true, value: [{}] });
  });

  test("is told whatever else it holds before anything staged beside is brought to its place", async () => {
    await publishNecks(shelf(), day(1));
    await publishNecks(folderShelf(join(folder, "theirs"), join(folder, "their keys")), day(1));
    const before = await readFile(join(releases(), "log.json"));
    await mkdir(join(releases(), staged));
    await copyFile(join(folder, "theirs", "log.json"), join(releases(), staged, "log.json"));
    expect(await publishNecks(shelf(), day(2), { title: "Others" })).toMatchObject({ kind: "refused" });
    expect(await readFile(join(releases(), "log.json"))).toEqual(before);
  });
});

test("keys that were rotated in another folder's turn still stand for the log they signed", async () => {
  expect(versionOf(await publishNecks(shelf(), day(5)))).toBe("1.0.0");
  expect(await rotateKeys(shelf("other"), { now: new Date(day(4)) })).toMatchObject({ kind: "changed" });
  expect(versionOf(await publishNecks(shelf(), day(6), { title: "Others" }))).toBe("1.0.1");
});
