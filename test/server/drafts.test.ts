import { createHash } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  conflictsSchema,
  guidelineSetSchema,
  historySchema,
  problemSchema,
  pulledSchema,
  pushedSchema,
  revisionTextSchema,
} from "../../server/protocol/index.ts";
import { saveElsewhere, savedText } from "../support/index.ts";
import { type Served, serve } from "./served.ts";

let served: Served;
const manifest = "schema: precept/set/1\nname: necks\ntitle: Necks\n";
beforeAll(async () => {
  served = await serve({
    "necks/set.yaml": manifest,
    "necks/neck.guideline": "first\n",
    "necks/bytes.guideline": Uint8Array.of(0xff),
  });
});
afterAll(() => served.stop());

const at = (path: string) => `${served.url}/api/sets${path === "" ? "" : `/${path}`}`;
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

function post(path: string, body: string): Promise<Response> {
  return fetch(at(path), { method: "POST", body, headers: { "content-type": "application/json" } });
}

describe("a set", () => {
  test("is sent again only when something in it changed", async () => {
    const first = await fetch(at("necks"));
    const etag = first.headers.get("etag") ?? "";
    const { revision } = guidelineSetSchema.parse(await first.json());
    const unchanged = await fetch(at("necks"), { headers: { "if-none-match": etag } });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
    await saveElsewhere(served, "necks/neck.guideline", "second\n");
    const changed = await fetch(at("necks"), { headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
    expect(guidelineSetSchema.parse(await changed.json()).revision).toBeGreaterThan(revision);
  });

  test("is begun with a manifest that can be read", async () => {
    const begun = { name: "hips", title: 'Hips: a "title" # with signs', description: "On hips." };
    const response = await post("", JSON.stringify(begun));
    expect(response.status).toBe(201);
    const set = guidelineSetSchema.parse(await (await fetch(at("hips"))).json());
    expect(set).toMatchObject({ ...begun, files: [{ path: "set.yaml" }] });
    expect((await post("", JSON.stringify({ name: "HIPS", title: "Again" }))).status).toBe(422);
  });

  test("is begun with its first files, or not at all", async () => {
    const files = [{ path: "elbow.guideline", text: 'guideline "Elbow"\n' }];
    expect((await post("", JSON.stringify({ name: "elbows", title: "Elbows", files }))).status).toBe(201);
    const set = guidelineSetSchema.parse(await (await fetch(at("elbows"))).json());
    expect(set.files).toMatchObject([{ path: "set.yaml" }, files[0]]);
    for (const path of ["../up.guideline", "set.yaml", "elbow.exe"]) {
      const refused = await post("", JSON.stringify({ name: "arms", title: "Arms", files: [{ path, text: "" }] }));
      expect([400, 422]).toContain(refused.status);
    }
    expect((await fetch(at("arms"))).status).toBe(404);
  });

  test.each([
    ["a name up and out", { name: "../x", title: "X" }, 400],
    ["a name of Windows", { name: "con", title: "X" }, 400],
    ["a name with a line end", { name: "a\nb", title: "X" }, 400],
    ["no title", { name: "x" }, 422],
    ["a title of two lines", { name: "x", title: "a\nschema: other" }, 422],
    ["half a surrogate pair", { name: "x", title: "\ud800" }, 422],
    ["a title without end", { name: "x", title: "x".repeat(100_000) }, 422],
  ])("is not begun with %s", async (_, body, status) => {
    const response = await post("", JSON.stringify(body));
    expect([response.status, problemSchema.parse(await response.json()).status]).toEqual([status, status]);
  });
});

describe("the history", () => {
  test("says who, when and why, and gives each text", async () => {
    const before = hashOf(await savedText(served, "necks/neck.guideline"));
    const body = JSON.stringify({ text: "third\n", note: "  After the meeting " });
    const headers = { "content-type": "application/json", "if-match": `"${before}"` };
    expect((await fetch(at("necks/files/neck.guideline"), { method: "PUT", body, headers })).status).toBe(200);
    const { revisions } = historySchema.parse(await (await fetch(at("necks/history?path=neck.guideline"))).json());
    expect(revisions[0]).toMatchObject({
      path: "neck.guideline",
      actor: "local",
      name: "Local author",
      note: "After the meeting",
      sha256: hashOf("third\n"),
    });
    expect(revisions.at(-1)).toMatchObject({ actor: "import", sha256: hashOf("first\n") });
    const first = await fetch(at(`necks/history/${revisions.at(-1)?.revision}`));
    expect(revisionTextSchema.parse(await first.json())).toMatchObject({ text: "first\n" });
  });

  test.each([
    ["necks/history?path=%00", 200],
    ["necks/history?path=..%2f..%2fetc", 200],
    ["necks/history?before=-1", 422],
    ["necks/history?before=1e99", 422],
    ["necks/history?before=x", 422],
    ["necks/history/0", 404],
    ["necks/history/99999999999999", 422],
    ["necks/history/x", 422],
    ["nowhere/history", 404],
    ["%00/history", 404],
    ["nowhere/history/1", 404],
  ])("%s is answered with %d", async (path, status) => {
    expect((await fetch(at(path))).status).toBe(status);
  });
});

describe("pulling and pushing", () => {
  test("carry every text, and tell of files that are none", async () => {
    const pulled = pulledSchema.parse(await (await fetch(at("necks/pull"))).json());
    expect(pulled.files.map(({ path }) => path)).toEqual(["set.yaml", "neck.guideline"]);
    expect(pulled.unread).toEqual([{ path: "bytes.guideline", why: expect.stringMatching(/not UTF-8/) }]);
    const files = [{ path: "pushed.guideline", text: "\u{feff}pushed\r\n", base: null }];
    const response = await post("necks/push", JSON.stringify({ base: pulled.revision, files, removed: [] }));
    expect(pushedSchema.parse(await response.json()).revision).toBeGreaterThan(pulled.revision);
    expect(await savedText(served, "necks/pushed.guideline")).toBe("\u{feff}pushed\r\n");
  });

  test("refuse with both texts what was changed on both sides", async () => {
    await saveElsewhere(served, "necks/both.guideline", "theirs\n");
    const files = [{ path: "both.guideline", text: "mine\n", base: hashOf("before\n") }];
    const response = await post("necks/push", JSON.stringify({ base: 1, files, removed: [] }));
    expect(response.status).toBe(412);
    expect(conflictsSchema.parse(await response.json()).conflicts).toEqual([
      { path: "both.guideline", mine: "mine\n", theirs: { text: "theirs\n", etag: `"${hashOf("theirs\n")}"` } },
    ]);
  });

  const pushOf = (...files: readonly unknown[]) => JSON.stringify({ base: 1, files, removed: [] });
  const fileOf = (path: string, text = "x") => ({ path, text, base: null });

  test.each([
    ["no JSON", "{", 400],
    ["nothing", "", 400],
    ["another shape", "[]", 422],
    ["a deep nest", "[".repeat(200_000), 400],
    ["a path up and out", pushOf(fileOf("../x.guideline")), 400],
    ["an absolute path", pushOf(fileOf("/etc/x.guideline")), 400],
    ["a path with a line end", pushOf(fileOf("x\r\nset-cookie: a=b.guideline")), 400],
    ["a path with NUL", pushOf(fileOf("x\0.guideline")), 400],
    ["another kind of file", pushOf(fileOf("x.sh")), 400],
    ["a file named twice", pushOf(fileOf("x.guideline"), fileOf("x.guideline")), 422],
    ["names that are one on some systems", pushOf(fileOf("x.guideline"), fileOf("X.guideline")), 422],
    ["half a surrogate pair", pushOf(fileOf("x.guideline", "\ud800")), 422],
    ["a NUL", pushOf(fileOf("x.guideline", "\0")), 422],
    ["a text over 1 MB", pushOf(fileOf("x.guideline", "x".repeat(1024 * 1024 + 1))), 413],
    ["5,001 files", pushOf(...Array.from({ length: 5001 }, (__, n) => fileOf(`${n}.md`))), 422],
    [
      "as many files as a set holds beside its own",
      pushOf(...Array.from({ length: 4999 }, (__, n) => fileOf(`${n}.md`))),
      413,
    ],
    ["a hash that is none", pushOf({ ...fileOf("x.guideline"), base: "' or 1=1" }), 422],
    [
      "the manifest taken away",
      JSON.stringify({ base: 1, files: [], removed: [{ path: "set.yaml", base: hashOf(manifest) }] }),
      422,
    ],
  ])("of %s is refused and changes nothing", async (_, body, status) => {
    const before = await (await fetch(at("necks"))).text();
    const response = await post("necks/push", body);
    expect([response.status, problemSchema.parse(await response.json()).status]).toEqual([status, status]);
    expect(await (await fetch(at("necks"))).text()).toBe(before);
  });

  test("of more than a set holds is not read to its end", async () => {
    const headers = { "content-type": "application/json", "content-length": `${65 * 1024 * 1024}` };
    const status = await new Promise((resolve, reject) => {
      const asked = request(at("necks/push"), { method: "POST", headers }, ({ statusCode }) => resolve(statusCode));
      asked.once("error", reject).write("{");
    });
    expect(status).toBe(413);
  });
});
