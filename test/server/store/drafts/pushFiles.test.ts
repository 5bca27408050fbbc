import { afterAll, beforeAll, expect, it } from "vitest";
import { pushFiles } from "../../../../server/store/drafts/index.ts";
import { type Database, openDatabase } from "../../../../server/store/index.ts";
import { onBothDatabases } from "../../../support/index.ts";
import { by, etagOf, hashOf, manifest, newSet, textsOf } from "./necks.ts";

onBothDatabases("pushing files", (fresh) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
  });
  afterAll(() => database.destroy());

  it("takes what was changed elsewhere and keeps what was changed here", async () => {
    const set = await newSet(database, { "a.guideline": "a", "b.guideline": "b", "c.guideline": "c" });
    const files = [
      { path: "a.guideline", text: "a2", base: hashOf("a") },
      // As it was pulled: what stands here now is newer.
      { path: "b.guideline", text: "old", base: hashOf("old") },
      { path: "d.guideline", text: "d", base: null },
    ];
    const removed = [{ path: "c.guideline", base: hashOf("c") }];
    expect(await pushFiles(database, by("ann"), set, { base: 1, files, removed })).toMatchObject({ ok: true });
    expect(await textsOf(database, set)).toEqual({ "a.guideline": "a2", "b.guideline": "b", "d.guideline": "d" });
  });

  it("takes nothing when a file was changed on both sides, and shows both texts of each", async () => {
    const standing = { "a.guideline": "theirs", "b.guideline": "b", "c.guideline": "theirs too" };
    const set = await newSet(database, standing);
    const files = [
      { path: "a.guideline", text: "mine", base: hashOf("before") },
      { path: "b.guideline", text: "fine", base: hashOf("b") },
      { path: "gone.guideline", text: "mine", base: hashOf("before") },
      { path: "c.guideline", text: "theirs too", base: hashOf("before") },
    ];
    const removed = [{ path: "c.guideline", base: hashOf("before") }].slice(1);
    expect(await pushFiles(database, by("ann"), set, { base: 1, files, removed })).toEqual({
      ok: false,
      refusal: {
        kind: "conflicts",
        detail: "2 files were changed on both sides; nothing was taken.",
        conflicts: [
          { path: "a.guideline", mine: "mine", theirs: { text: "theirs", etag: etagOf("theirs") } },
          { path: "gone.guideline", mine: "mine", theirs: null },
        ],
      },
    });
    const gone = [{ path: "a.guideline", base: hashOf("before") }];
    expect(await pushFiles(database, by("ann"), set, { base: 1, files: [], removed: gone })).toMatchObject({
      refusal: { conflicts: [{ path: "a.guideline", mine: null, theirs: { text: "theirs" } }] },
    });
    expect(await textsOf(database, set)).toEqual(standing);
  });

  it("makes a set that is not there when it was never pulled", async () => {
    const push = { base: null, files: [{ ...manifest, base: null }], removed: [] };
    expect(await pushFiles(database, by("ann"), "pushed", { ...push, base: 7 })).toMatchObject({
      refusal: { kind: "not found" },
    });
    expect(await pushFiles(database, by("ann"), "pushed", { ...push, files: [] })).toMatchObject({
      refusal: { kind: "not possible" },
    });
    expect(await pushFiles(database, by("ann"), "pushed", push)).toMatchObject({ ok: true });
    // Again: nothing differs, so nothing is done.
    expect(await pushFiles(database, by("ann"), "pushed", push)).toMatchObject({ ok: true });
  });

  it.each([
    ["a path up and out", { path: "../a.guideline", text: "" }, "bad path"],
    ["a NUL", { path: "a.guideline", text: "\0" }, "not text"],
    ["a text that is too large", { path: "a.guideline", text: "x".repeat(1024 * 1024 + 1) }, "too large"],
    ["two names of one file", { path: "NECK.guideline", text: "" }, "exists"],
  ])("with %s takes nothing", async (_, file, kind) => {
    const set = await newSet(database, { "neck.guideline": "n" });
    const files = [
      { path: "fine.guideline", text: "f", base: null },
      { ...file, base: null },
    ];
    expect(await pushFiles(database, by("ann"), set, { base: 1, files, removed: [] })).toMatchObject({
      refusal: { kind },
    });
    expect(await textsOf(database, set)).toEqual({ "neck.guideline": "n" });
  });
});
