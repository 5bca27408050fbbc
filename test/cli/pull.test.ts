import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saveElsewhere, savedText } from "../support/index.ts";
import { type Served, serve } from "../server/served.ts";
import { preceptIn, type Workplace, workplace } from "./precept.ts";

let served: Served;
let place: Workplace;
beforeEach(async () => {
  const manifest = "schema: precept/set/1\nname: necks\ntitle: Necks\n";
  served = await serve({
    "necks/set.yaml": manifest,
    "necks/a.guideline": "a\n",
    "necks/b.guideline": "b\n",
    "necks/cases/c.yaml": "\u{feff}c\r\n",
  });
  place = await workplace({});
});
afterEach(async () => {
  await Promise.all([served.stop(), place.leave()]);
});

const pull = (more = "") => place.precept(`pull necks --server ${served.url} ${more}`);
const push = (more = "") => place.precept(`push necks ${more}`);
const here = (path: string) => readFile(join(place.folder, "necks", path), "utf8");
const write = (path: string, text: string) => writeFile(join(place.folder, "necks", path), text);
const there = (path: string) => savedText(served, `necks/${path}`);
const saveThere = (path: string, text: string) => saveElsewhere(served, `necks/${path}`, text);

describe("pull", () => {
  test("fills a folder with exactly what the server holds", async () => {
    expect(await pull()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^✓ necks at revision \d+ in necks: 4 files written/),
    });
    expect(await here("cases/c.yaml")).toBe("\u{feff}c\r\n");
    expect((await readdir(join(place.folder, "necks"))).toSorted()).toEqual([
      ".precept",
      "a.guideline",
      "b.guideline",
      "cases",
      "set.yaml",
    ]);
    expect(await place.precept("check necks --json")).toMatchObject({ err: "" });
  });

  test("brings what is new, takes away what is gone, and leaves what was changed here", async () => {
    await pull();
    await write("a.guideline", "a, by me\n");
    await write("mine.md", "a note\n");
    await saveThere("b.guideline", "b, by them\n");
    await saveThere("new.guideline", "new\n");
    await saveThere("cases/c.yaml", "c, by them\n");
    const etag = `"${createHash("sha256").update("new\n").digest("hex")}"`;
    expect((await pull()).code).toBe(0);
    expect(await here("new.guideline")).toBe("new\n");
    const remove = { method: "DELETE", headers: { "if-match": etag } };
    expect((await fetch(`${served.url}/api/sets/necks/files/new.guideline`, remove)).status).toBe(200);
    const { code, out } = await pull("--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      written: [],
      removed: ["new.guideline"],
      kept: ["a.guideline", "mine.md"],
      conflicts: [],
    });
    expect(await here("a.guideline")).toBe("a, by me\n");
    expect(await here("b.guideline")).toBe("b, by them\n");
    expect(await here("mine.md")).toBe("a note\n");
  });

  test("puts the server's text beside a file that was changed on both sides, and goes on once that is settled", async () => {
    await pull();
    await write("a.guideline", "a, by me\n");
    await saveThere("a.guideline", "a, by them\n");
    const { code, out } = await pull();
    expect(code).toBe(1);
    expect(out).toContain("a.guideline: changed on both sides; the server's text is in necks/a.guideline.theirs");
    expect(await here("a.guideline")).toBe("a, by me\n");
    expect(await here("a.guideline.theirs")).toBe("a, by them\n");
    for (const refused of [await pull(), await push()])
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("`a.guideline.theirs` still lies there") });
    expect(await there("a.guideline")).toBe("a, by them\n");
    await write("a.guideline", "a, by both\n");
    await rm(join(place.folder, "necks/a.guideline.theirs"));
    expect(await push()).toMatchObject({ code: 0 });
    expect(await there("a.guideline")).toBe("a, by both\n");
  });

  test("loses no text when one side removed what the other changed", async () => {
    await pull();
    await rm(join(place.folder, "necks/a.guideline"));
    await saveThere("a.guideline", "a, by them\n");
    await write("b.guideline", "b, by me\n");
    const etag = `"${createHash("sha256").update("b\n").digest("hex")}"`;
    await fetch(`${served.url}/api/sets/necks/files/b.guideline`, { method: "DELETE", headers: { "if-match": etag } });
    const { code, out } = await pull();
    expect(code).toBe(0);
    expect(out).toContain("b.guideline: removed on the server, changed by you");
    expect(await here("a.guideline")).toBe("a, by them\n");
    expect(await here("b.guideline")).toBe("b, by me\n");
    expect(await push()).toMatchObject({ code: 0 });
    expect(await there("b.guideline")).toBe("b, by me\n");
  });

  test("into the folder that the draft began with brings it up to date, for its texts stood there before", async () => {
    await saveThere("a.guideline", "a, by them\n");
    await saveThere("b.guideline", "b, by them\n");
    await writeFile(join(served.folder, "necks/b.guideline"), "b, by me\n");
    const { code, out } = await preceptIn(served.folder, `pull necks --server ${served.url}`);
    expect(code).toBe(1);
    expect(out).toContain("1 file written");
    expect(await readFile(join(served.folder, "necks/a.guideline"), "utf8")).toBe("a, by them\n");
    expect(await readFile(join(served.folder, "necks/b.guideline"), "utf8")).toBe("b, by me\n");
    expect(await readFile(join(served.folder, "necks/b.guideline.theirs"), "utf8")).toBe("b, by them\n");
  });

  test("into a set that was never pulled replaces nothing", async () => {
    await mkdir(join(place.folder, "necks"));
    await write("set.yaml", "mine\n");
    await write("a.guideline", "a\n");
    expect((await pull()).code).toBe(1);
    expect(await here("set.yaml")).toBe("mine\n");
    expect(await here("set.yaml.theirs")).toMatch(/^schema:/);
  });

  test.each([
    ["a folder of other things", "pull necks .", /holds other things/],
    ["a name that is none", "pull ../necks", /The name of a guideline set/],
    ["a set that is not there", "pull hips --server $", /There is no guideline set `hips`/],
    ["an address that is none", "pull necks --server nonsense", /is no address of a server/],
    ["an address of files", "pull necks --server file:///etc", /is no address of a server/],
    ["an address with a password", "pull necks --server http://a:b@127.0.0.1", /is no address of a server/],
  ])("of or into %s is refused with a sentence", async (_, line, sentence) => {
    await writeFile(join(place.folder, "thesis.txt"), "x");
    const { code, err } = await place.precept(line.replace("$", served.url));
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
    expect(await readdir(place.folder)).toEqual(["thesis.txt"]);
  });

  test("says what to do when no server answers", async () => {
    await served.stop();
    const { code, err } = await pull();
    expect(code).toBe(2);
    expect(err).toMatch(
      /No server answers at http:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\)\. Start one with `precept serve`/,
    );
    served = await serve({});
  });
});

describe("push", () => {
  test("takes in what was changed, added and removed, and says who wrote it why", async () => {
    await pull();
    await write("a.guideline", "a2\n");
    await write("new.guideline", "new\n");
    await rm(join(place.folder, "necks/b.guideline"));
    expect(await push("--note Shorter")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^✓ necks at revision \d+, from necks: 2 files taken in, 1 removed\n$/),
    });
    expect(await there("a.guideline")).toBe("a2\n");
    expect(await there("new.guideline")).toBe("new\n");
    await expect(there("b.guideline")).rejects.toThrow("404");
    const page: unknown = await (await fetch(`${served.url}/api/sets/necks/history?path=a.guideline`)).json();
    expect(page).toMatchObject({ revisions: [{ note: "Shorter", name: "Local author" }, { actor: "import" }] });
    expect(await push()).toMatchObject({ code: 0, out: "Nothing changed in the folder since it was pulled.\n" });
  });

  test("takes nothing when a file was changed on both sides, and gives both texts", async () => {
    await pull();
    await write("a.guideline", "a, by me\n");
    await write("b.guideline", "b, by me\n");
    await saveThere("a.guideline", "a, by them\n");
    const { code, out, err } = await push("--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      conflicts: [{ path: "a.guideline", mine: "a, by me\n", theirs: { text: "a, by them\n" } }],
    });
    expect(err).toMatch(
      /1 file was changed on both sides; nothing was taken\.\n {2}a\.guideline\nRun `precept pull necks necks`: it puts/,
    );
    expect(await there("b.guideline")).toBe("b\n");
  });

  test("makes a set that the server does not have", async () => {
    await mkdir(join(place.folder, "hips"));
    await writeFile(join(place.folder, "hips/set.yaml"), "schema: precept/set/1\nname: hips\ntitle: Hips\n");
    expect(await place.precept(`push hips --server ${served.url}`)).toMatchObject({ code: 0 });
    expect(await savedText(served, "hips/set.yaml")).toContain("title: Hips");
    expect(await place.precept("push hips")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing changed"),
    });
  });

  test("into a set that was never pulled takes nothing over what stands there", async () => {
    await mkdir(join(place.folder, "necks"));
    await write("set.yaml", "mine\n");
    expect(await push(`--server ${served.url}`)).toMatchObject({ code: 1, err: expect.stringContaining("set.yaml") });
    expect(await there("set.yaml")).toContain("title: Necks");
  });

  test("of what is no text, or with a record that is none, is refused before anything is sent", async () => {
    await pull();
    await writeFile(join(place.folder, "necks/x.guideline"), Uint8Array.of(0xff));
    expect(await push()).toMatchObject({ code: 2, err: expect.stringMatching(/x\.guideline.*not UTF-8/) });
    await rm(join(place.folder, "necks/x.guideline"));
    await write(".precept/pulled.json", '{"schema":"precept/pulled/1","files":{"a":7}}');
    expect(await push()).toMatchObject({ code: 2, err: expect.stringMatching(/pulled\.json. is not as/) });
    expect(await pull()).toMatchObject({ code: 2 });
  });
});

describe("a server that means ill", () => {
  test("cannot make a pull write through a link in the folder", async () => {
    await pull();
    const outside = join(place.folder, "outside.txt");
    await writeFile(outside, "not yours");
    await rm(join(place.folder, "necks/a.guideline"));
    await symlink(outside, join(place.folder, "necks/a.guideline"));
    await saveThere("a.guideline", "evil\n");
    expect((await pull()).code).toBe(1);
    expect(await readFile(outside, "utf8")).toBe("not yours");
    expect(await here("a.guideline.theirs")).toBe("evil\n");
  });
});

describe("a token", () => {
  const withToken = (line: string, token: string) =>
    preceptIn(place.folder, line, "", { PRECEPT_TOKEN: token, PRECEPT_SERVER: served.url });

  test("goes to this machine, and to others over https only", async () => {
    expect(await withToken("pull necks", "abc")).toMatchObject({ code: 0 });
    const { code, err } = await withToken("pull necks --server http://precept.example", "abc");
    expect([code, err]).toEqual([2, expect.stringContaining("A token is sent over https only")]);
  });

  test("goes to no server that only the folder names, or that nobody names", async () => {
    await pull();
    await write("a.guideline", "mine\n");
    const alone = (line: string) => preceptIn(place.folder, line, "", { PRECEPT_TOKEN: "abc" });
    for (const line of ["push necks", "pull necks"])
      expect(await alone(line)).toMatchObject({
        code: 2,
        err: expect.stringMatching(
          new RegExp(
            `PRECEPT_TOKEN is not sent to ${served.url}, which only the folder names.*--server ${served.url}`,
            "s",
          ),
        ),
      });
    expect(await there("a.guideline")).toBe("a\n");
    expect((await alone("pull knees")).err).toContain("which nobody named");
    expect(await alone(`push necks --server ${served.url}`)).toMatchObject({ code: 0 });
  });

  test("that could begin another header is refused", async () => {
    expect(await withToken("pull necks", "abc\r\nx-role: admin")).toMatchObject({
      code: 2,
      err: expect.stringContaining("PRECEPT_TOKEN is no token"),
    });
  });
});
