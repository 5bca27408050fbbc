import { expect, test } from "vitest";
import { createKey, revokeKey, rotateKeys, retireRelease, type Shelf } from "../../../server/publishing/index.ts";
import { day } from "../../engine/attestation/attested.ts";
import { onEveryShelf, publishNecks, verdictOn, versionOf } from "./shelves.ts";

/** Without what the log of the store is told of its audit log, which a folder has none of. */
const sizeOf = async (shelf: Shelf) => {
  const log = await shelf.log();
  return log.ok ? (log.value?.entries ?? []).filter(({ type }) => type !== "audit").length : Number.NaN;
};

onEveryShelf("a shelf", (fresh) => {
  test("takes a release with what is said of it, and gives both back as they were", async () => {
    const shelf = await fresh();
    expect(versionOf(await publishNecks(shelf, day(1)))).toBe("1.0.0");
    expect((await verdictOn(shelf, "1.0.0")).verdict).toBe("verified");
    const { releases, damaged } = await shelf.list("necks");
    expect([releases.length, damaged]).toEqual([1, []]);
    expect(releases[0]).toMatchObject({ file: "necks-1.0.0.tgz", effective: { from: "2026-04-01", to: null } });
    expect(await shelf.list("others")).toEqual({ releases: [], damaged: [] });
    expect(await shelf.read("necks", "2.0.0")).toBeNull();
  });

  test("gives the next release the next number, and makes none where nothing changed", async () => {
    const shelf = await fresh();
    await publishNecks(shelf, day(1));
    expect(await publishNecks(shelf, day(2))).toMatchObject({
      kind: "nothing new",
      latest: { file: "necks-1.0.0.tgz" },
    });
    expect(versionOf(await publishNecks(shelf, day(2), { title: "Other necks" }))).toBe("1.0.1");
    expect((await shelf.list("necks")).releases.map(({ manifest }) => manifest.version)).toEqual(["1.0.1", "1.0.0"]);
    expect((await verdictOn(shelf, "1.0.0")).verdict).toBe("verified");
    expect((await verdictOn(shelf, "1.0.1")).verdict).toBe("verified");
    expect(await sizeOf(shelf)).toBe(4);
  });

  test("lets publishers take turns: of those who compared with one release one is next, and the others are told", async () => {
    const shelf = await fresh();
    const publishAll = async (titles: readonly string[]) => {
      const base = (await shelf.list("necks")).releases[0]?.digest ?? null;
      const all = await Promise.all(titles.map((title) => publishNecks(shelf, day(1), { title, base })));
      return all.map((made) => versionOf(made) ?? made.kind).toSorted();
    };
    expect(await publishAll(["a", "b", "c"])).toEqual(["1.0.0", "overtaken", "overtaken"]);
    expect(await publishAll(["d", "e"])).toEqual(["1.0.1", "overtaken"]);
    for (const version of ["1.0.0", "1.0.1"]) expect((await verdictOn(shelf, version)).verdict).toBe("verified");
    const { releases } = await shelf.list("necks");
    expect(releases.map(({ effective }) => effective?.from)).toEqual(["2026-04-02", "2026-04-01"]);
  });

  test("takes no release that was compared with another one than the latest", async () => {
    const shelf = await fresh();
    const first = await publishNecks(shelf, day(1));
    await publishNecks(shelf, day(1), { title: "Other necks" });
    const base = first.kind === "published" ? first.release.digest : null;
    for (const compared of [base, null])
      expect(await publishNecks(shelf, day(1), { title: "Late necks", base: compared })).toMatchObject({
        kind: "overtaken",
        latest: { manifest: { version: "1.0.1" } },
      });
    expect(await sizeOf(shelf)).toBe(4);
  });

  test.each([
    ["2026-04-02", "2026-04-01", "which is before"],
    [
      "2026-04-01",
      null,
      "in force from 2026-04-01: the next one can be only after that day, or once that one is retired",
    ],
    ["2028-03-02", null, "at most 2 years from today, by 2028-03-01"],
    ["9999-12-31", null, "at most 2 years from today"],
  ])("takes no release after another for the days from %s to %s", async (from, to, sentence) => {
    const shelf = await fresh();
    await publishNecks(shelf, day(1));
    expect(await publishNecks(shelf, day(1), { title: "Others", effective: { from, to } })).toMatchObject({
      kind: "refused",
      objections: [{ detail: expect.stringContaining(sentence) }],
    });
  });

  test("lets only the first decide days that have passed", async () => {
    const shelf = await fresh();
    const since = (from: string) => ({ title: from, effective: { from, to: null } });
    expect(versionOf(await publishNecks(shelf, day(20), since("2020-01-01")))).toBe("1.0.0");
    expect(await publishNecks(shelf, day(20), since("2026-03-18"))).toMatchObject({
      kind: "refused",
      objections: [
        { detail: expect.stringMatching(/^Days before today .* release 1\.0\.0 already: begin on 2026-03-/) },
      ],
    });
    expect(versionOf(await publishNecks(shelf, day(20), since("2026-03-20")))).toBe("1.0.1");
  });

  test("lets one that was retired before it began stand in nobody's way", async () => {
    const shelf = await fresh();
    await publishNecks(shelf, day(1));
    const far = { title: "Far", effective: { from: "2028-02-01", to: null } };
    expect(versionOf(await publishNecks(shelf, day(2), far))).toBe("1.0.1");
    const near = { title: "Near", effective: { from: "2026-05-01", to: null } };
    expect(await publishNecks(shelf, day(2), near)).toMatchObject({ kind: "refused" });
    const end = { set: "necks", version: "1.0.1", to: day(3).slice(0, 10), reason: "A slip.", name: "Pat" };
    expect(await retireRelease(shelf, { ...end, now: new Date(day(3)) })).toEqual({ kind: "retired" });
    expect(versionOf(await publishNecks(shelf, day(4), near))).toBe("1.0.2");
  });

  test.each([
    [
      "an approval of other files",
      { approvals: [approval()], independentlyApproved: true },
      "The approval of Ann was given on other files than these.",
    ],
    ["nobody's approval", { independentlyApproved: true }, "Nobody approved the release."],
    [
      "a clock that was set back",
      { clock: () => new Date("2026-02-20T09:00:00.000Z") },
      "Nothing is signed until it is right.",
    ],
  ])("refuses %s, and stays as it was", async (_, wish, sentence) => {
    const shelf = await fresh();
    await publishNecks(shelf, day(1));
    const before = await shelf.log();
    expect(await publishNecks(shelf, day(2), { title: "Others", ...wish })).toEqual({
      kind: "refused",
      objections: [{ kind: "set", detail: expect.stringContaining(sentence) }],
    });
    expect(await shelf.log()).toEqual(before);
    expect((await shelf.list("necks")).releases).toHaveLength(1);
  });

  test("signs with another key after a rotation, and what was signed before still counts", async () => {
    const shelf = await fresh();
    await publishNecks(shelf, day(1));
    expect(await rotateKeys(shelf, { now: new Date(day(2)) })).toMatchObject({ kind: "changed" });
    await publishNecks(shelf, day(3), { title: "Others" });
    const keys = await shelf.keys();
    expect(keys.map(({ revoked }) => revoked?.because ?? null)).toEqual(["superseded", null]);
    expect((await verdictOn(shelf, "1.0.0")).verdict).toBe("verified");
    expect((await verdictOn(shelf, "1.0.1")).verdict).toBe("verified");
    expect(await sizeOf(shelf)).toBe(6);
  });

  test("revokes its only key with another one, and the log says so", async () => {
    const shelf = await fresh();
    await publishNecks(shelf, day(1));
    const [key] = await shelf.keys();
    expect(await revokeKey(shelf, key?.kid ?? "", "compromised", { now: new Date(day(2)) })).toMatchObject({
      kind: "changed",
    });
    expect((await verdictOn(shelf, "1.0.0")).verdict).toBe("verified");
    expect(await revokeKey(shelf, key?.kid ?? "", "superseded", { now: new Date(day(3)) })).toMatchObject({
      kind: "refused",
    });
    expect(await revokeKey(shelf, "no such key", "superseded", { now: new Date(day(3)) })).toMatchObject({
      kind: "refused",
    });
    expect(versionOf(await publishNecks(shelf, day(4), { title: "Others" }))).toBe("1.0.1");
  });

  test("signs nothing once its key has ended, until there is another", async () => {
    const shelf = await fresh();
    await createKey(shelf, { now: new Date(day(1)), notAfter: day(5) });
    expect(versionOf(await publishNecks(shelf, day(4)))).toBe("1.0.0");
    expect(await publishNecks(shelf, day(6), { title: "Others" })).toMatchObject({
      kind: "refused",
      objections: [{ detail: expect.stringContaining("precept keys create") }],
    });
    await createKey(shelf, { now: new Date(day(6)) });
    expect(versionOf(await publishNecks(shelf, day(6), { title: "Others" }))).toBe("1.0.1");
    expect((await verdictOn(shelf, "1.0.1")).verdict).toBe("verified");
  });

  test("makes no key that has ended already", async () => {
    const shelf = await fresh();
    const wish = { now: new Date(day(3)), notAfter: day(2) };
    for (const make of [createKey, rotateKeys])
      expect(await make(shelf, wish)).toMatchObject({ detail: expect.stringContaining("Name a later day") });
    expect([await shelf.keys(), await sizeOf(shelf)]).toEqual([[], 0]);
  });

  test("retires a release once, and never to a later day", async () => {
    const shelf = await fresh();
    await publishNecks(shelf, day(1));
    const wish = {
      set: "necks",
      version: "1.0.0",
      to: "2026-06-30",
      reason: "Another text.",
      name: "Pat",
      now: new Date(day(2)),
    };
    expect(await retireRelease(shelf, wish)).toEqual({ kind: "retired" });
    expect((await shelf.list("necks")).releases[0]?.effective).toEqual({ from: "2026-04-01", to: "2026-06-30" });
    expect(await retireRelease(shelf, { ...wish, to: "2026-07-31" })).toMatchObject({ kind: "refused" });
    expect(await retireRelease(shelf, { ...wish, version: "9.0.0" })).toMatchObject({ kind: "refused" });
    expect((await verdictOn(shelf, "1.0.0")).verdict).toBe("verified");
  });
});

function approval() {
  return { name: "Ann", meaning: "approved", digest: `sha256:${"0".repeat(64)}`, at: day(1) };
}
