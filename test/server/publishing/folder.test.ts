import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderCandidate, folderShelf, publishFolder, shelfOf } from "../../../server/publishing/index.ts";
import { kneeSources } from "../../engine/release/kneeSources.ts";
import { day } from "../../engine/attestation/attested.ts";
import { writeFiles } from "../served.ts";
import { publishNecks, verdictOn, versionOf } from "./shelves.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "precept-shelf-"));
});
afterEach(() => rm(folder, { recursive: true }));

const releases = () => join(folder, "releases");
const shelf = () => folderShelf(releases(), join(folder, "keys"));
const published = ["keys.json", "log.json", "necks-1.0.0.attestation.json", "necks-1.0.0.tgz"];
const begun = `.publishing-${randomUUID()}`;
const staged = `.published-${randomUUID()}`;
/** As a process leaves it that is killed after it put its files together. */
async function stage(names: readonly string[]): Promise<void> {
  await mkdir(join(releases(), staged));
  for (const name of names) await rename(join(releases(), name), join(releases(), staged, name));
}
const present = async () => (await readdir(releases())).toSorted();

describe("a folder", () => {
  test("holds a release of guidelines that use, change and outrank each other", async () => {
    await writeFiles(join(folder, "knees"), kneeSources);
    const set = { name: "knees", folder: join(folder, "knees") };
    const found = await folderCandidate(set, shelfOf(set));
    if (!("candidate" in found)) throw new Error(JSON.stringify(found));
    const wish = {
      effective: { from: "2026-04-01", to: null },
      approvals: [],
      waivers: [],
      independentlyApproved: false,
    };
    const made = await publishFolder(shelfOf(set), found, {
      ...wish,
      publishedBy: "Pat",
      clock: () => new Date(day(1)),
    });
    expect(versionOf(made)).toBe("1.0.0");
    expect(await folderCandidate(set, shelfOf(set))).toMatchObject({ isNew: false });
  });

  test("with what was put together before a crash reads as if nothing had happened, and is finished by who publishes next", async () => {
    await publishNecks(shelf(), day(1));
    await stage(["keys.json", "log.json", "necks-1.0.0.attestation.json"]);
    expect((await verdictOn(shelf(), "1.0.0")).verdict).toBe("verified");
    expect(await present()).toEqual([staged, "necks-1.0.0.tgz"]);
    expect(versionOf(await publishNecks(shelf(), day(2), { title: "Others" }))).toBe("1.0.1");
    expect(await present()).toEqual([...published, "necks-1.0.1.attestation.json", "necks-1.0.1.tgz"].toSorted());
  });

  test("takes away what was not put together before a crash", async () => {
    await mkdir(join(releases(), begun), { recursive: true });
    await writeFile(join(releases(), begun, "necks-1.0.0.tgz"), "half of an archive");
    expect((await shelf().list("necks")).releases).toEqual([]);
    expect(versionOf(await publishNecks(shelf(), day(1)))).toBe("1.0.0");
    expect(await present()).toEqual(published);
  });

  test.each([
    // No process has this number: it is more than Linux, macOS and Windows give out.
    ["of a process that was killed", { pid: 2_147_483_646, host: hostname() }],
    ["of a process that had our number before", { pid: process.pid, host: hostname(), started: "1" }],
    ["that is cut short", null],
  ])("is not kept locked by a lock %s", async (_, holder) => {
    await mkdir(releases());
    const lock = holder === null ? "" : JSON.stringify({ started: "0", token: "", url: null, ...holder });
    await writeFile(join(releases(), ".turn"), lock);
    expect(versionOf(await publishNecks(shelf(), day(1)))).toBe("1.0.0");
    expect(await present()).toEqual(published);
  });

  test.each([
    ["log.json", "{}", "The log is not a log of releases"],
    ["keys", "{}", "is no key"],
  ])("with a %s that is not as it was written publishes nothing", async (what, text, sentence) => {
    await publishNecks(shelf(), day(1));
    await writeFile(what === "keys" ? join(folder, "keys", "mine.json") : join(releases(), what), text);
    const made = await publishNecks(shelf(), day(2), { title: "Others" });
    expect(made).toMatchObject({ kind: "refused", objections: [{ detail: expect.stringContaining(sentence) }] });
    expect(await present()).toEqual(published);
  });

  test("never overwrites a file that has the name of the next release", async () => {
    await mkdir(releases());
    await writeFile(join(releases(), "necks-1.0.0.attestation.json"), "mine");
    expect(await publishNecks(shelf(), day(1))).toMatchObject({ kind: "refused" });
    expect(await present()).toEqual(["necks-1.0.0.attestation.json"]);
  });
});
