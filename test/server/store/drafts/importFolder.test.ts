import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { history, importFolder, readDraft, saveFile, setsLeftOut } from "../../../../server/store/drafts/index.ts";
import { type Database, openDatabase, readAudit } from "../../../../server/store/index.ts";
import { onBothDatabases } from "../../../support/index.ts";
import { writeFiles } from "../../served.ts";
import { by, etagOf, manifest, textsOf } from "./necks.ts";

onBothDatabases("a folder at the start of the server", (fresh) => {
  let database: Database;
  let folder: string;
  beforeEach(async () => {
    database = await openDatabase(await fresh());
    folder = await mkdtemp(join(tmpdir(), "precept-import-"));
    await writeFiles(folder, {
      "necks/set.yaml": manifest.text,
      "necks/a.guideline": "one",
      "necks/cases/c.yaml": "c",
    });
  });
  afterEach(async () => {
    await database.destroy();
    await rm(folder, { recursive: true });
  });

  const at = new Date("2026-01-31T12:00:00Z");
  const start = () => importFolder(database, folder, { at });
  const inFolder = (path: string, text: string | Uint8Array) => writeFile(join(folder, "necks", path), text);
  const save = (text: string, before: string) =>
    saveFile(database, by("ann"), "necks", { path: "a.guideline", text }, { kind: "matches", etags: [etagOf(before)] });

  it("is taken in when the store does not have its set", async () => {
    expect(await start()).toEqual([]);
    expect(await textsOf(database, "necks")).toEqual({ "a.guideline": "one", "cases/c.yaml": "c" });
    expect(await start()).toEqual([]);
    const { entries } = await readAudit(database, { limit: 10, set: "necks" });
    expect(entries).toMatchObject([{ actor: "import", action: "import folder", detail: { files: 3 } }]);
  });

  it("is taken in again while the draft is what was last taken in", async () => {
    await start();
    await inFolder("a.guideline", "two");
    await inFolder("b.guideline", "new");
    await rm(join(folder, "necks/cases/c.yaml"));
    expect(await start()).toEqual([]);
    expect(await textsOf(database, "necks")).toEqual({ "a.guideline": "two", "b.guideline": "new" });
    expect(await history(database, "necks", { path: "a.guideline", limit: 9 })).toMatchObject({
      value: { revisions: [{ actor: "import" }, { actor: "import" }] },
    });
  });

  it("never replaces a draft that was changed, and tells what differs", async () => {
    await start();
    await save("typed", "one");
    expect(await start()).toEqual([expect.stringMatching(/^necks: the draft was changed here .*`a\.guideline`\./)]);
    await inFolder("cases/c.yaml", "changed");
    expect(await start()).toEqual([
      expect.stringMatching(/^necks: both .* were changed: `a\.guideline` and 1 case\. The draft stays/),
    ]);
    expect(await textsOf(database, "necks")).toEqual({ "a.guideline": "typed", "cases/c.yaml": "c" });
  });

  it("is followed again once draft and folder are the same", async () => {
    await start();
    await save("typed", "one");
    await inFolder("a.guideline", "typed");
    expect(await start()).toEqual([]);
    await inFolder("a.guideline", "later");
    expect(await start()).toEqual([]);
    expect(await textsOf(database, "necks")).toMatchObject({ "a.guideline": "later" });
  });

  it("keeps files that are no text as such, so that nothing is taken for absent", async () => {
    await inFolder("bytes.guideline", Uint8Array.of(0xff, 0xfe));
    await inFolder("cases/u\u0308.yaml", "a name in normal form D");
    expect(await start()).toEqual([]);
    const draft = await readDraft(database, "necks");
    expect(draft.ok && draft.value.files.filter(({ unreadable }) => unreadable !== null)).toMatchObject([
      { path: "bytes.guideline", text: "", unreadable: expect.stringMatching(/not UTF-8/) },
      { path: "cases/u\u0308.yaml", text: "", unreadable: expect.stringMatching(/normal form C/) },
    ]);
    // They do not stand in the way of others, and can be replaced or are followed in the folder.
    expect(await save("typed", "one")).toMatchObject({ ok: true });
  });

  it("is somebody's where that is said, which the audit log does not tell as their deed", async () => {
    expect(await importFolder(database, folder, { as: "ann", at })).toEqual([]);
    expect(await history(database, "necks", { path: "set.yaml", limit: 9 })).toMatchObject({
      value: { revisions: [{ actor: "ann" }] },
    });
    const { entries } = await readAudit(database, { limit: 10, set: "necks" });
    expect(entries).toMatchObject([
      { actor: "command line", action: "import folder", detail: { as: "ann", files: 3 } },
    ]);
  });

  it("holds what is left out until the store holds it, or took it in once", async () => {
    const leftOut = () => setsLeftOut(database, folder);
    expect(await leftOut()).toEqual(["necks"]);
    await start();
    expect(await leftOut()).toEqual([]);
    await save("typed", "one");
    expect(await leftOut()).toEqual([]);
    await inFolder("a.guideline", "later");
    expect(await leftOut()).toEqual(["necks"]);
    await save("later", "typed");
    expect(await leftOut()).toEqual([]);
  });

  it("with a set that another is called alike leaves it out and says so", async () => {
    await start();
    await writeFiles(folder, { "NECKS/set.yaml": manifest.text });
    expect(await start()).toEqual(["NECKS: There already is a guideline set `necks`."]);
  });
});
