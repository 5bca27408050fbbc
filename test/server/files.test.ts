import { createHash } from "node:crypto";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removedSchema, setFileSchema, staleSchema, writtenSchema } from "../../server/protocol/index.ts";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeAll(async () => {
  const files = {
    "necks/set.yaml": "schema: precept/set/1\nname: necks\ntitle: Necks\ndescription: On necks.\n",
    "necks/neck.guideline": "first\n",
    "necks/cases/a.yaml": "case: A\n",
    "necks/bytes.guideline": Uint8Array.of(0xff, 0xfe, 0x00, 0x41),
    "outside.guideline": "not yours\n",
    "../elsewhere/set.yaml": "title: elsewhere\n",
  };
  served = await serve(files, {}, async (folder) => {
    await mkdir(join(folder, "necks/no-file.guideline"));
    await symlink("/nowhere/at/all", join(folder, "necks/dangling.guideline"));
    await symlink(join(folder, "outside.guideline"), join(folder, "necks/link.guideline"));
    await symlink(join(folder, "../elsewhere"), join(folder, "linked"));
  });
});
afterAll(() => served.stop());

const address = (path: string) => `${served.url}/api/sets/necks/files/${path}`;
const etagOf = (text: string) => `"${createHash("sha256").update(text).digest("hex")}"`;

function put(path: string, text: string, headers: Record<string, string>): Promise<Response> {
  return putBody(path, JSON.stringify({ text }), headers);
}

function putBody(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Response> {
  return fetch(address(path), { method: "PUT", body, headers: { "content-type": "application/json", ...headers } });
}

async function saved(path: string): Promise<string> {
  return setFileSchema.parse(await (await fetch(address(path))).json()).text;
}
const create = { "if-none-match": "*" };

describe("reading", () => {
  test("gives the text and the SHA-256 of the bytes as etag", async () => {
    const response = await fetch(address("cases/a.yaml"));
    const etag = etagOf("case: A\n");
    expect(response.headers.get("etag")).toBe(etag);
    expect(setFileSchema.parse(await response.json())).toEqual({
      path: "cases/a.yaml",
      kind: "case",
      text: "case: A\n",
      etag,
    });
  });

  test("of a set says what stands in the folder and is not read", async () => {
    const response = await fetch(`${served.url}/api/sets/necks`);
    expect(await response.json()).toMatchObject({
      files: expect.arrayContaining([
        expect.objectContaining({ path: "no-file.guideline", unreadable: "This is not a file, so it is not read." }),
        expect.objectContaining({ path: "dangling.guideline", unreadable: expect.stringMatching(/^This is a link/) }),
      ]),
    });
  });

  test("says why a file has no text", async () => {
    const file = setFileSchema.parse(await (await fetch(address("bytes.guideline"))).json());
    expect(file).toMatchObject({ text: "", unreadable: "This is not a text file: it holds a NUL byte." });
  });
});

describe("writing", () => {
  test("replaces what the etag names, and gives the new etag", async () => {
    await put("replaced.guideline", "one\n", create);
    const response = await put("replaced.guideline", "two ü\n", { "if-match": etagOf("one\n") });
    expect(response.status).toBe(200);
    expect(writtenSchema.parse(await response.json())).toEqual({ path: "replaced.guideline", etag: etagOf("two ü\n") });
    expect(await saved("replaced.guideline")).toBe("two ü\n");
  });

  test("keeps a byte order mark and line ends as they are sent", async () => {
    const text = "\u{feff}one\r\ntwo\r";
    await put("ends.guideline", text, create);
    expect(await saved("ends.guideline")).toBe(text);
  });

  test("never overwrites what somebody else wrote, and shows it", async () => {
    await put("conflict.guideline", "mine\n", create);
    await put("conflict.guideline", "theirs\n", { "if-match": etagOf("mine\n") });
    const response = await put("conflict.guideline", "mine again\n", { "if-match": etagOf("mine\n") });
    expect(response.status).toBe(412);
    expect(staleSchema.parse(await response.json()).current).toEqual({ text: "theirs\n", etag: etagOf("theirs\n") });
    expect(await saved("conflict.guideline")).toBe("theirs\n");
  });

  test("says so when the file is gone", async () => {
    const response = await put("gone.guideline", "x", { "if-match": etagOf("was here") });
    expect(staleSchema.parse(await response.json())).toMatchObject({ status: 412, current: null });
  });

  test("of two at once on the same version, one wins and the other sees it", async () => {
    await put("race.guideline", "start\n", create);
    const texts = Array.from({ length: 8 }, (_, at) => `writer ${at}\n`);
    const responses = await Promise.all(
      texts.map((text) => put("race.guideline", text, { "if-match": etagOf("start\n") })),
    );
    const winners = texts.filter((_, at) => responses[at]?.status === 200);
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 412),
    ]);
    expect([await saved("race.guideline")]).toEqual(winners);
  });

  test("creates only what is not there", async () => {
    expect((await put("cases/new.yaml", "case: N\n", create)).status).toBe(201);
    const again = await put("cases/new.yaml", "case: M\n", create);
    expect(staleSchema.parse(await again.json()).current?.text).toBe("case: N\n");
    expect((await put("cases/NEW.yaml", "case: M\n", create)).status).toBe(422);
  });

  test("leaves the folder that the set came from as it was", async () => {
    await put("neck.guideline", "second\n", { "if-match": etagOf("first\n") });
    expect(await readFile(join(served.folder, "necks/neck.guideline"), "utf8")).toBe("first\n");
    await writeFile(join(served.folder, "necks/neck.guideline"), "written beside the server\n");
    expect(await saved("neck.guideline")).toBe("second\n");
    await put("neck.guideline", "first\n", { "if-match": etagOf("second\n") });
  });

  test.each([
    ["no precondition", {}],
    ["If-Match: *", { "if-match": "*" }],
    ["a weak etag", { "if-match": 'W/"x"' }],
    ["both preconditions", { "if-match": '"x"', "if-none-match": "*" }],
    ["another If-None-Match", { "if-none-match": '"x"' }],
  ])("with %s is refused", async (_, headers) => {
    expect((await put("neck.guideline", "x", headers)).status).toBe(428);
    expect(await saved("neck.guideline")).toBe("first\n");
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, number]>([
    ["no JSON", "{", 400],
    ["nothing", "", 400],
    ["another shape", '{"content":"x"}', 422],
    ["a number as text", '{"text":7}', 422],
    ["an array", "[]", 422],
    ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), 400],
    ["a NUL character", '{"text":"a\\u0000b"}', 422],
    ["half a surrogate pair", '{"text":"\\ud800"}', 422],
    ["a text over 1 MB", JSON.stringify({ text: "x".repeat(1024 * 1024 + 1) }), 413],
    ["a body over the limit", JSON.stringify({ text: "x".repeat(5 * 1024 * 1024) }), 413],
    ["a deep nest", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 422],
  ])("a body of %s is refused", async (_, body, status) => {
    const response = await putBody("neck.guideline", body, { "if-match": etagOf("first\n") });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await saved("neck.guideline")).toBe("first\n");
  });

  test("exactly 1 MB is taken", async () => {
    expect((await put("large.guideline", "x".repeat(1024 * 1024), create)).status).toBe(201);
  });
});

describe("a path", () => {
  test.each([
    ["up and out", "..%2foutside.guideline"],
    ["up and out, deeper", "cases%2f..%2f..%2foutside.guideline"],
    ["up and out, encoded twice", "..%252foutside.guideline"],
    ["up and out with backslashes", "..%5coutside.guideline"],
    ["absolute", "%2fetc%2fpasswd.guideline"],
    ["with a drive", "C:%5cx.guideline"],
    ["with a stream", "x.guideline:y.guideline"],
    ["with NUL", "x%00.guideline"],
    ["with a line end", "x%0a.guideline"],
    ["with a mark that turns text round", "x%e2%80%aeenilediug.guideline"],
    ["with a character of no width", "x%e2%80%8b.guideline"],
    ["with a filler that is not seen", "x%e3%85%a4.guideline"],
    ["with a variation that is not seen", "x%ef%b8%8f.guideline"],
    ["not in normal form", "u%cc%88.guideline"],
    ["bytes that are no UTF-8", "%ff.guideline"],
    ["a device of Windows", "CON.guideline"],
    ["a device of Windows as a case", "cases%2flpt1.x.yaml"],
    ["hidden", ".hidden.guideline"],
    ["empty name", ".guideline"],
    ["empty part", "cases%2f%2fx.yaml"],
    ["a space before the end", "x.guideline%20"],
    ["very long", `${"x".repeat(300)}.guideline`],
    ["another kind", "x.js"],
    ["a case elsewhere", "x.yaml"],
    ["a guideline elsewhere", "cases%2fx.guideline"],
    ["deeper than a set is", "cases%2fa%2fx.yaml"],
    ["a release", "releases%2fnecks-1.0.0.tgz"],
    ["the studio's", "cases%2findex.html"],
  ])("%s is not written", async (_, path) => {
    const response = await put(path, "evil\n", create);
    expect([400, 404]).toContain(response.status);
    expect(await readFile(join(served.folder, "outside.guideline"), "utf8")).toBe("not yours\n");
  });

  test.each(["..", "%2e%2e", "..%2fnecks", "necks%00", "nowhere", ".", "CON"])("set %s is not found", async (set) => {
    const response = await fetch(`${served.url}/api/sets/${set}/files/neck.guideline`);
    expect(response.status).toBe(404);
  });

  test("in every script that people write is fine", async () => {
    expect((await put(encodeURIComponent("首 neck (2), d'été – ä.guideline"), "x\n", create)).status).toBe(201);
  });

  test("through a link out of the set is neither read nor written", async () => {
    const file = setFileSchema.parse(await (await fetch(address("link.guideline"))).json());
    expect(file).toMatchObject({ text: "", unreadable: expect.stringMatching(/^This is a link/) });
    expect((await put("link.guideline", "evil\n", { "if-match": etagOf("not yours\n") })).status).toBe(412);
    expect((await put("link.guideline", "evil\n", create)).status).toBe(412);
    expect((await put("link.guideline", "mine\n", { "if-match": file.etag })).status).toBe(200);
    expect(await readFile(join(served.folder, "outside.guideline"), "utf8")).toBe("not yours\n");
  });

  test("in a linked folder out of the workspace is not taken in", async () => {
    expect((await fetch(`${served.url}/api/sets/linked`)).status).toBe(404);
    const sets: unknown = await (await fetch(`${served.url}/api/sets`)).json();
    expect(sets).toMatchObject({ sets: [{ name: "necks", title: "Necks" }] });
  });
});

describe("removing", () => {
  const remove = (path: string, headers: Record<string, string>) => fetch(address(path), { method: "DELETE", headers });

  test("takes a file away as it was read, and no other", async () => {
    await put("old.guideline", "old\n", create);
    expect((await remove("old.guideline", {})).status).toBe(428);
    expect((await remove("old.guideline", { "if-none-match": "*" })).status).toBe(428);
    const stale = await remove("old.guideline", { "if-match": etagOf("older\n") });
    expect(staleSchema.parse(await stale.json())).toMatchObject({ status: 412, current: { text: "old\n" } });
    const removed = await remove("old.guideline", { "if-match": etagOf("old\n") });
    expect(removedSchema.parse(await removed.json())).toMatchObject({ path: "old.guideline" });
    expect((await fetch(address("old.guideline"))).status).toBe(404);
    expect((await remove("old.guideline", { "if-match": etagOf("old\n") })).status).toBe(404);
  });

  test("leaves a set its manifest", async () => {
    const manifest = setFileSchema.parse(await (await fetch(address("set.yaml"))).json());
    expect((await remove("set.yaml", { "if-match": manifest.etag })).status).toBe(422);
  });
});
