import { buildRelease, candidateOf } from "../../engine/release/index.ts";
import { keySecret, publishRelease, storeShelf } from "../../server/publishing/index.ts";
import { decodeKeySet, verifyPublished } from "../../engine/attestation/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  guidelineSetSchema,
  releaseListSchema,
  releaseTextsSchema,
  setListSchema,
} from "../../server/protocol/index.ts";
import { keepReleaseName } from "../../server/store/names/index.ts";
import { guideline, knees, lockedKnee } from "../cli/knees.ts";
import { someEngine } from "../engine/release/candidate.ts";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve(knees);
  const secret = keySecret("of tests");
  const knee = candidateOf(
    Object.entries(knees).map(([path, text]) => ({ path: path.slice("knees/".length), text: String(text) })),
  );
  const alongside = async (transaction: Parameters<typeof keepReleaseName>[0]) => {
    expect(await keepReleaseName(transaction, "knees", "knees")).toBeNull();
  };
  await publishRelease(storeShelf(served.database, { secret, actor: "local", alongside }), {
    set: knee.name,
    base: null,
    build: (earlier) => buildRelease(knee, earlier, someEngine),
    effective: { from: "2026-01-01", to: null },
    approvals: [],
    waivers: [],
    independentlyApproved: false,
    publishedBy: "Local author",
    clock: () => new Date(),
  });
});
afterAll(() => served.stop());

const at = (path: string) => `${served.url}/api/sets/knees${path}`;
const headers = { "content-type": "application/json" };
async function edit(path: string, text: string): Promise<void> {
  const etag = (await fetch(at(`/files/${path}`))).headers.get("etag") ?? "";
  const request = { method: "PUT", body: JSON.stringify({ text }), headers: { ...headers, "if-match": etag } };
  expect((await fetch(at(`/files/${path}`), request)).status).toBe(200);
}

async function read<T>(schema: { readonly parse: (value: unknown) => T }, path: string): Promise<T> {
  return schema.parse(await (await fetch(path)).json());
}

describe("a release", () => {
  test("shows everywhere once it is published", async () => {
    const { releases } = await read(releaseListSchema, at("/releases"));
    expect(releases).toMatchObject([
      { version: "1.0.0", bump: "first", previous: null, cases: { passed: 2 }, file: "knees-1.0.0.tgz" },
    ]);
    expect(releases[0]?.files.map(({ path }) => path)).toEqual(["cases/locked.yaml", "knee.guideline", "set.yaml"]);
    expect((await read(guidelineSetSchema, at(""))).releases).toEqual(releases);
    expect((await read(setListSchema, `${served.url}/api/sets`)).sets).toMatchObject([
      { name: "knees", latest: "1.0.0", changed: false },
    ]);
  });

  test("is what the draft no longer is, while that was changed and not changed back", async () => {
    const listed = async () => (await read(setListSchema, `${served.url}/api/sets`)).sets;
    await edit("knee.guideline", `${guideline}\n# a remark\n`);
    expect(await listed()).toMatchObject([{ latest: "1.0.0", changed: true }]);
    await edit("knee.guideline", guideline);
    expect(await listed()).toMatchObject([{ latest: "1.0.0", changed: false }]);
  });

  test("keeps its texts, whatever is saved later", async () => {
    await edit("knee.guideline", `${guideline}\n# a remark\n`);
    const { version, files } = await read(releaseTextsSchema, at("/releases/1.0.0"));
    expect(version).toBe("1.0.0");
    expect(files.map(({ path }) => path)).toEqual(["cases/locked.yaml", "knee.guideline", "set.yaml"]);
    expect(files.find(({ path }) => path === "knee.guideline")?.text).toBe(guideline);
  });

  test("is given out in two files that the public keys verify, and says that nobody else approved it", async () => {
    const payload = await fetch(at("/releases/1.0.0/payload"));
    expect(payload.headers.get("content-disposition")).toBe('attachment; filename="knees-1.0.0.tgz"');
    const attestation = await fetch(at("/releases/1.0.0/attestation"));
    const keys = decodeKeySet(await bytesOf(await fetch(`${served.url}/.well-known/jwks.json`)));
    const found = await verifyPublished({
      payload: await bytesOf(payload),
      attestation: await bytesOf(attestation),
      keys: keys.ok ? keys.value : null,
      pinned: null,
      log: null,
    });
    expect(found.verdict).toBe("verified");
    expect(found.attestation?.statement.independentlyApproved).toBe(false);
  });

  test.each(["/releases/2.0.0", "/releases/..%2f..%2fset.yaml", "/releases/2.0.0/payload", "/releases/1/attestation"])(
    "that is not there is not at %s",
    async (path) => {
      expect((await fetch(at(path))).status).toBe(404);
    },
  );
});

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

function letter(body: object): Promise<Response> {
  return fetch(`${served.url}/api/letters`, { method: "POST", body: JSON.stringify(body), headers });
}

describe("letters", () => {
  const asked = { set: "knees", case: "cases/locked.yaml" };
  // The first one starts the thread that writes them.
  beforeAll(() => letter({ ...asked, format: "docx" }));

  test.each([
    ["docx", "PK\u{3}\u{4}", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["pdf", "%PDF-", "application/pdf"],
  ])("as %s", async (format, magic, type) => {
    const response = await letter({ ...asked, format });
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="letter.${format}"`);
    expect(
      Buffer.from(await response.arrayBuffer())
        .toString("latin1")
        .slice(0, magic.length),
    ).toBe(magic);
  });

  test("of the case as it stands in the editor, saved or not", async () => {
    const unsaved = await letter({ set: "knees", case: "cases/new.yaml", caseText: lockedKnee, format: "docx" });
    expect(unsaved.status).toBe(200);
  });

  test.each([
    ["a case that is not there", { case: "cases/none.yaml" }, 404, /no case `cases\/none\.yaml`/],
    ["a set that is not there", { set: "hips" }, 404, /no guideline set `hips`/],
    ["another format", { format: "exe" }, 422, /format/],
    ["more than 1 MB", { caseText: "x".repeat(1024 * 1024 + 1) }, 413, /1 MB/],
    [
      "a case with an error",
      { caseText: lockedKnee.replace("facts:", "fcats:") },
      422,
      /^cases\/locked\.yaml:\d+:\d+: /,
    ],
  ])("of %s are refused with a sentence", async (_, changes, status, detail) => {
    const response = await letter({ ...asked, format: "pdf", ...changes });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(detail) });
  });
});
