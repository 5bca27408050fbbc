import { afterAll, beforeAll, expect, it } from "vitest";
import {
  createSet,
  draftRevision,
  history,
  listSets,
  readDraft,
  readDraftFile,
  readRevision,
  removeFile,
  replaceFiles,
  saveFile,
} from "../../../../server/store/drafts/index.ts";
import { type Database, openDatabase, readAudit, verifyAudit } from "../../../../server/store/index.ts";
import { onBothDatabases } from "../../../support/index.ts";
import { by, etagOf, hashOf, manifest, newSet, textsOf } from "./necks.ts";

const absent = { kind: "absent" } as const;
const over = (text: string) => ({ kind: "matches", etags: [etagOf(text)] }) as const;

onBothDatabases("drafts", (fresh) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
  });
  afterAll(() => database.destroy());

  it("hold what was saved, the manifest first, then by kind and path", async () => {
    const set = await newSet(database, {
      "notes.md": "n",
      "cases/b.yaml": "b",
      "cases/a.yaml": "a",
      "z.guideline": "z",
    });
    const draft = await readDraft(database, set);
    expect(draft).toMatchObject({
      ok: true,
      value: {
        set,
        files: [
          { path: "set.yaml", kind: "manifest" },
          {
            path: "z.guideline",
            kind: "guideline",
            text: "z",
            sha256: hashOf("z"),
            etag: etagOf("z"),
            unreadable: null,
          },
          { path: "cases/a.yaml", kind: "case" },
          { path: "cases/b.yaml" },
          { path: "notes.md", kind: "other" },
        ],
      },
    });
    expect(await listSets(database)).toContainEqual({
      set,
      manifest: manifest.text,
      releaseName: null,
      files: expect.toSatisfy(
        (files: readonly { readonly path: string }[]) =>
          files.length === 5 && files.some(({ path }) => path === "cases/a.yaml"),
      ),
    });
  });

  it("are saved only over what the writer looked at, and show what stands there otherwise", async () => {
    const set = await newSet(database, { "a.guideline": "one" });
    const before = await draftRevision(database, set);
    const saved = await saveFile(database, by("ann"), set, { path: "a.guideline", text: "two" }, over("one"));
    expect(saved).toMatchObject({ ok: true, value: { path: "a.guideline", etag: etagOf("two") } });
    const late = await saveFile(database, by("bob"), set, { path: "a.guideline", text: "three" }, over("one"));
    expect(late).toMatchObject({ refusal: { kind: "stale", current: { text: "two", etag: etagOf("two") } } });
    const again = await saveFile(database, by("bob"), set, { path: "a.guideline", text: "three" }, absent);
    expect(again).toMatchObject({ refusal: { kind: "stale", current: { text: "two" } } });
    const gone = await saveFile(database, by("bob"), set, { path: "b.guideline", text: "x" }, over("y"));
    expect(gone).toMatchObject({ refusal: { kind: "stale", current: null } });
    expect(await textsOf(database, set)).toEqual({ "a.guideline": "two" });
    const after = await draftRevision(database, set);
    expect(
      saved.ok && before.ok && after.ok && saved.value.revision === after.value && after.value > before.value,
    ).toBe(true);
  });

  it("of eight writers at once take one, and show it to the others", async () => {
    const set = await newSet(database, { "a.guideline": "start" });
    const texts = Array.from({ length: 8 }, (_, at) => `writer ${at}`);
    const results = await Promise.all(
      texts.map((text) => saveFile(database, by("ann"), set, { path: "a.guideline", text }, over("start"))),
    );
    const winner = texts.find((_, at) => results[at]?.ok);
    const shown = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
    expect(shown).toMatchObject(Array.from({ length: 7 }, () => ({ kind: "stale", current: { text: winner } })));
    expect(await textsOf(database, set)).toEqual({ "a.guideline": winner });
  });

  it("take nothing when a save changes nothing", async () => {
    const set = await newSet(database, { "a.guideline": "one" });
    const before = await draftRevision(database, set);
    expect(await saveFile(database, by("ann"), set, { path: "a.guideline", text: "one" }, over("one"))).toMatchObject({
      ok: true,
    });
    expect(await draftRevision(database, set)).toEqual(before);
  });

  it("keep bytes as they are: a byte order mark, line ends, every plane of Unicode", async () => {
    const text = "\u{feff}one\r\ntwo\r\u{1d49c} \u{10ffff}\ttab\u0001";
    const set = await newSet(database, { "首 neck (2), d'été.guideline": text });
    expect(await textsOf(database, set)).toEqual({ "首 neck (2), d'été.guideline": text });
  });

  it.each([
    ["a path up and out", "../a.guideline", "x", "bad path"],
    ["another kind of file", "a.js", "x", "bad path"],
    ["a name in normal form D", "u\u0308.guideline", "x", "bad path"],
    ["a NUL in the name", "a\0.guideline", "x", "bad path"],
    ["half a surrogate pair in the name", "\ud800.guideline", "x", "bad path"],
    ["a NUL in the text", "a.guideline", "a\0b", "not text"],
    ["half a surrogate pair in the text", "a.guideline", "\udc00", "not text"],
    ["a text over 1 MB", "a.guideline", "é".repeat(512 * 1024 + 1), "too large"],
    ["a name that differs from another only in case", "NECK.guideline", "x", "exists"],
    ["a name of compatible letters", "ﬂat.guideline", "x", "exists"],
    ["a folder that differs from another only in case", "Cases/x.md", "x", "exists"],
    ["a folder called as a file is", "notes.md/x.md", "x", "exists"],
  ])("refuse %s", async (_, path, text, kind) => {
    const files = { "neck.guideline": "n", "flat.guideline": "f", "cases/a.yaml": "c", "notes.md": "m" };
    const set = await newSet(database, files);
    expect(await saveFile(database, by("ann"), set, { path, text }, absent)).toMatchObject({ refusal: { kind } });
    expect(await textsOf(database, set)).toEqual(files);
  });

  it("hold 5,000 files and no more, and never do without a manifest", async () => {
    const files = Array.from({ length: 4999 }, (_, at) => ({ path: `cases/${at}.yaml`, text: "" }));
    expect(
      await createSet(database, by("ann"), "most", [manifest, ...files, { path: "a.md", text: "" }]),
    ).toMatchObject({
      refusal: { kind: "too large" },
    });
    expect(await createSet(database, by("ann"), "most", files)).toMatchObject({ refusal: { kind: "not possible" } });
    expect(await createSet(database, by("ann"), "most", [manifest, ...files])).toMatchObject({ ok: true });
    expect(await saveFile(database, by("ann"), "most", { path: "a.md", text: "" }, absent)).toMatchObject({
      refusal: { kind: "too large" },
    });
    expect(await removeFile(database, by("ann"), "most", "set.yaml", [etagOf(manifest.text)])).toMatchObject({
      refusal: { kind: "not possible" },
    });
  });

  it("hold no more than a release can", async () => {
    const text = "x".repeat(1024 * 1024);
    const files = Array.from({ length: 58 }, (_, at) => ({ path: `${at}.guideline`, text }));
    expect(await createSet(database, by("ann"), "heavy", [manifest, ...files])).toMatchObject({
      refusal: { kind: "too large" },
    });
  });

  it("a name that mixes letters of several scripts is refused", async () => {
    expect(await createSet(database, by("ann"), "\u043anees", [manifest])).toMatchObject({
      refusal: { kind: "bad path", detail: expect.stringContaining("several scripts") },
    });
  });

  it("are made once under a name, however it is spelled", async () => {
    const results = await Promise.all(
      ["Hips", "hips", "HIPS"].map((name) => createSet(database, by("ann"), name, [manifest])),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const name of ["..", "a/b", "", "con", "a\0b", "\ud800"])
      expect(await createSet(database, by("ann"), name, [manifest])).toMatchObject({ refusal: { kind: "bad path" } });
  });

  it("that are not there are said to be so, whatever they are called", async () => {
    const set = await newSet(database);
    for (const name of ["nowhere", "a\0b", "\ud800", "'; drop table revision; --"]) {
      expect(await readDraft(database, name)).toMatchObject({ refusal: { kind: "not found" } });
      expect(await readDraftFile(database, set, name)).toMatchObject({ refusal: { kind: "not found" } });
      expect(await saveFile(database, by("ann"), name, { path: "a.md", text: "" }, absent)).toMatchObject({
        refusal: { kind: "not found" },
      });
    }
  });

  it("remove a file only as it was looked at; its history stays, and brings it back", async () => {
    const set = await newSet(database, { "a.guideline": "one" });
    expect(await removeFile(database, by("bob"), set, "a.guideline", [etagOf("two")])).toMatchObject({
      refusal: { kind: "stale", current: { text: "one" } },
    });
    expect(await removeFile(database, by("bob", "not needed"), set, "a.guideline", [etagOf("one")])).toMatchObject({
      ok: true,
    });
    expect(await removeFile(database, by("bob"), set, "a.guideline", [etagOf("one")])).toMatchObject({
      refusal: { kind: "not found" },
    });
    expect(await textsOf(database, set)).toEqual({});
    const page = await history(database, set, { path: "a.guideline", limit: 10 });
    expect(page).toMatchObject({
      value: {
        revisions: [
          { actor: "bob", note: "not needed", sha256: null, at: new Date("2026-01-31T12:00:00Z") },
          { actor: "ann", note: "", sha256: hashOf("one") },
        ],
        before: null,
      },
    });
    const first = page.ok ? page.value.revisions[1]?.revision : undefined;
    expect(await readRevision(database, set, first ?? 0)).toMatchObject({
      value: { path: "a.guideline", text: "one" },
    });
    const other = await newSet(database);
    expect(await readRevision(database, other, first ?? 0)).toMatchObject({ refusal: { kind: "not found" } });
  });

  it("tell their history in pages, of a file or of all", async () => {
    const set = await newSet(database, { "a.guideline": "0", "b.guideline": "b" });
    for (let at = 1; at < 5; at += 1)
      await saveFile(database, by("ann", `${at}`), set, { path: "a.guideline", text: `${at}` }, over(`${at - 1}`));
    const first = await history(database, set, { path: "a.guideline", limit: 3 });
    if (!first.ok || first.value.before === null) throw new Error("there is a page after the first");
    expect(first.value.revisions.map(({ note }) => note)).toEqual(["4", "3", "2"]);
    const second = await history(database, set, { path: "a.guideline", limit: 3, before: first.value.before });
    expect(second).toMatchObject({ value: { revisions: [{ note: "1" }, { note: "" }], before: null } });
    expect(await history(database, set, { limit: 100 })).toMatchObject({ value: { revisions: { length: 7 } } });
    expect(await history(database, set, { path: "a\0", limit: 3 })).toMatchObject({ value: { revisions: [] } });
  });

  it("are replaced as a whole over one revision, or not at all", async () => {
    const set = await newSet(database, { "a.guideline": "a", "b.guideline": "b" });
    const base = await draftRevision(database, set);
    if (!base.ok) throw new Error("the set is there");
    const files = [manifest, { path: "a.guideline", text: "a" }, { path: "c.guideline", text: "c" }];
    const replace = (over: number, wanted: typeof files) =>
      database.transaction().execute((transaction) => replaceFiles(transaction, by("ann"), set, over, wanted));
    expect(await replace(base.value - 1, files)).toMatchObject({
      refusal: { kind: "moved on", revision: base.value },
    });
    expect(await replace(base.value, [...files, ...files])).toMatchObject({
      refusal: { kind: "not possible" },
    });
    expect(await replace(base.value, files)).toMatchObject({ ok: true });
    expect(await textsOf(database, set)).toEqual({ "a.guideline": "a", "c.guideline": "c" });
    // What did not change is no revision: one new file, one removed.
    expect(await history(database, set, { limit: 2 })).toMatchObject({
      value: { revisions: [{ path: "c.guideline" }, { path: "b.guideline", sha256: null }] },
    });
  });

  it("write each change into the audit log, in the same transaction", async () => {
    const set = await newSet(database, { "a.guideline": "one" });
    await saveFile(database, by("bob"), set, { path: "a.guideline", text: "two" }, over("one"));
    await saveFile(database, by("bob"), set, { path: "a.guideline", text: "three" }, over("one"));
    await removeFile(database, by("ann"), set, "a.guideline", [etagOf("two")]);
    const { entries } = await readAudit(database, { limit: 10, set });
    expect(entries.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ["ann", "remove file", "a.guideline"],
      ["bob", "save file", "a.guideline"],
      ["ann", "create set", set],
    ]);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole" });
  });

  it("leave no name of a case in the audit log, which nothing is ever taken out of", async () => {
    const set = await newSet(database, {});
    const path = "cases/jane-doe-1950.yaml";
    const saved = await saveFile(database, by("bob"), set, { path, text: "a: 1\n" }, absent);
    await removeFile(database, by("bob"), set, path, [etagOf("a: 1\n")]);
    const revision = saved.ok ? saved.value.revision : 0;
    const { entries } = await readAudit(database, { limit: 10, set });
    expect(JSON.stringify(entries)).not.toContain("jane");
    expect(entries.map(({ subject }) => subject)).toContain(`the case of revision ${revision}`);
  });
});
