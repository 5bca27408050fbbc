import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withdraw } from "../../../../server/reviews/index.ts";
import { removeDraft } from "../../../../server/reviews/removeDraft.ts";
import { sendToReview } from "../../../../server/reviews/sendToReview.ts";
import {
  createSet,
  draftRevision,
  history,
  importFolder,
  listRemoved,
  listSets,
  pushFiles,
  readDraft,
  readRevision,
  removeFile,
  restoreSet,
  saveFile,
} from "../../../../server/store/drafts/index.ts";
import { type Database, openDatabase, readAudit, verifyAudit } from "../../../../server/store/index.ts";
import { onBothDatabases } from "../../../support/index.ts";
import { by, etagOf, manifest, newSet, textsOf } from "./necks.ts";

const noon = by("ann").at;

onBothDatabases("a guideline set that was never released", (fresh) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
  });
  afterAll(() => database.destroy());

  const revisionOf = async (set: string): Promise<number> => {
    const revision = await draftRevision(database, set);
    return revision.ok ? revision.value : 0;
  };
  const remove = async (set: string, actor = "ann") =>
    removeDraft(database, { actor, at: noon, revision: await revisionOf(set) }, set);

  it("is removed whole and brought back as it was, with one entry of the log each", async () => {
    const set = await newSet(database, { "a.guideline": "one", "gone.guideline": "was", "b.md": "\u{feff}marked" });
    const edit = { kind: "matches", etags: [etagOf("one")] } as const;
    expect(await saveFile(database, by("bob"), set, { path: "a.guideline", text: "two" }, edit)).toMatchObject({
      ok: true,
    });
    expect(await removeFile(database, by("bob"), set, "gone.guideline", [etagOf("was")])).toMatchObject({ ok: true });
    const before = await readDraft(database, set);
    expect(await remove(set)).toMatchObject({ ok: true });
    expect(await readDraft(database, set)).toMatchObject({ refusal: { kind: "not found" } });
    expect((await listSets(database)).some((each) => each.set === set)).toBe(false);
    expect((await listRemoved(database)).find((each) => each.set === set)).toEqual({
      set,
      manifest: manifest.text,
      files: 3,
      actor: "ann",
      at: noon,
    });
    expect(await restoreSet(database, by("cleo"), set)).toMatchObject({ ok: true });
    expect(await textsOf(database, set)).toEqual({ "a.guideline": "two", "b.md": "\u{feff}marked" });
    const after = await readDraft(database, set);
    const hashes = (draft: typeof before) =>
      draft.ok ? draft.value.files.map(({ path, sha256 }) => [path, sha256]) : [];
    expect(hashes(after)).toEqual(hashes(before));
    expect((await listRemoved(database)).some((each) => each.set === set)).toBe(false);
    const { entries } = await readAudit(database, { limit: 2, set });
    expect(entries.map(({ actor, action, subject, detail }) => [actor, action, subject, detail["files"]])).toEqual([
      ["cleo", "restore set", set, 3],
      ["ann", "remove set", set, 3],
    ]);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole" });
  });

  it("keeps its history: who removed it, and every text that was ever saved", async () => {
    const set = await newSet(database, { "a.guideline": "one" });
    await remove(set, "dora");
    const told = await history(database, set, { limit: 10 });
    if (!told.ok) throw new Error(told.refusal.detail);
    const { revisions } = told.value;
    expect(revisions.map(({ path, actor, sha256 }) => [path, actor, sha256 === null])).toEqual(
      expect.arrayContaining([
        ["a.guideline", "dora", true],
        ["set.yaml", "dora", true],
        ["a.guideline", "ann", false],
        ["set.yaml", "ann", false],
      ]),
    );
    const saved = revisions.find(({ path, sha256 }) => path === "a.guideline" && sha256 !== null);
    expect(await readRevision(database, set, saved?.revision ?? 0)).toMatchObject({ value: { text: "one" } });
  });

  it("is nothing that one can write in while it is gone, and its name stays taken", async () => {
    const set = await newSet(database, { "a.guideline": "one" });
    await remove(set);
    const absent = { kind: "absent" } as const;
    const gone = { refusal: { kind: "not found", detail: expect.stringContaining("was removed") } };
    expect(await saveFile(database, by("bob"), set, { path: "x.guideline", text: "" }, absent)).toMatchObject(gone);
    expect(await pushFiles(database, by("bob"), set, { base: 1, files: [], removed: [] })).toMatchObject(gone);
    const taken = { refusal: { kind: "exists", detail: expect.stringContaining("was removed here") } };
    expect(await createSet(database, by("bob"), set.toUpperCase(), [manifest])).toMatchObject(taken);
    const pushed = { base: null, files: [{ ...manifest, base: null }], removed: [] };
    expect(await pushFiles(database, by("bob"), set, pushed)).toMatchObject(taken);
    expect(await remove(set)).toMatchObject({ refusal: { status: 404 } });
  });

  it("stays removed though the folder that it came from is there at the next start", async () => {
    const folder = await mkdtemp(join(tmpdir(), "precept-removal-"));
    await mkdir(join(folder, "folded"));
    await writeFile(join(folder, "folded", "set.yaml"), manifest.text);
    expect(await importFolder(database, folder, { at: noon })).toEqual([]);
    await remove("folded");
    const [told, ...more] = await importFolder(database, folder, { at: noon });
    expect([told, more]).toEqual([expect.stringContaining("`folded` was removed here"), []]);
    await restoreSet(database, by("ann"), "folded");
    expect(await importFolder(database, folder, { at: noon })).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it("is not removed under review, nor over what its remover did not look at", async () => {
    const set = await newSet(database, { "a.guideline": "one" });
    const revision = await revisionOf(set);
    const sent = await sendToReview(database, { actor: "ann", at: noon, revision, mode: "local" }, set, {
      title: "T",
      description: "",
    });
    expect(await remove(set)).toMatchObject({
      refusal: { status: 409, detail: expect.stringContaining("withdraw it") },
    });
    await withdraw(database, { actor: "ann", at: noon }, sent.ok ? sent.value : 0);
    const late = await removeDraft(database, { actor: "ann", at: noon, revision: revision - 1 }, set);
    expect(late).toMatchObject({ refusal: { status: 409, detail: expect.stringContaining("changed meanwhile") } });
    expect(await remove(set)).toMatchObject({ ok: true });
  });

  it("is removed by one of two who remove it at once, and brought back by one of two", async () => {
    const set = await newSet(database);
    const removals = await Promise.all([remove(set, "ann"), remove(set, "bob")]);
    expect(removals.filter(({ ok }) => ok)).toHaveLength(1);
    const back = await Promise.all([restoreSet(database, by("ann"), set), restoreSet(database, by("bob"), set)]);
    expect(back.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await restoreSet(database, by("ann"), "nobody's")).toMatchObject({ refusal: { kind: "not found" } });
  });
});
