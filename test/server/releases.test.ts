import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  guidelineSetSchema,
  publishRefusedSchema,
  releaseListSchema,
  releaseSchema,
  releaseTextsSchema,
  setListSchema,
} from "../../server/protocol/index.ts";
import { guideline, knees, lockedKnee } from "../cli/knees.ts";
import { contradictoryAssumptions, notKnown } from "../engine/set/unanswerable.ts";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeEach(async () => {
  served = await serve(knees);
});
afterEach(() => served.stop());

const at = (path: string) => `${served.url}/api/sets/knees${path}`;
const headers = { "content-type": "application/json" };
const publish = () => fetch(at("/releases"), { method: "POST", body: "{}", headers });
async function edit(path: string, text: string): Promise<void> {
  const etag = (await fetch(at(`/files/${path}`))).headers.get("etag") ?? "";
  const request = { method: "PUT", body: JSON.stringify({ text }), headers: { ...headers, "if-match": etag } };
  expect((await fetch(at(`/files/${path}`), request)).status).toBe(200);
}

async function read<T>(schema: { readonly parse: (value: unknown) => T }, path: string): Promise<T> {
  return schema.parse(await (await fetch(path)).json());
}

describe("publishing", () => {
  test("answers with the release, which then shows everywhere", async () => {
    const response = await publish();
    expect(response.status).toBe(201);
    const release = releaseSchema.parse(await response.json());
    expect(release).toMatchObject({
      version: "1.0.0",
      bump: "first",
      previous: null,
      cases: { passed: 2 },
      file: "knees-1.0.0.tgz",
    });
    expect(release.files.map(({ path }) => path)).toEqual(["cases/locked.yaml", "knee.guideline", "set.yaml"]);
    expect((await read(releaseListSchema, at("/releases"))).releases).toEqual([release]);
    expect((await read(guidelineSetSchema, at(""))).releases).toEqual([release]);
    expect((await read(setListSchema, `${served.url}/api/sets`)).sets).toMatchObject([
      { name: "knees", latest: "1.0.0" },
    ]);
  });

  test("keeps the texts of each release, whatever is saved later", async () => {
    await publish();
    await edit("knee.guideline", `${guideline}\n# a remark\n`);
    const { version, files } = await read(releaseTextsSchema, at("/releases/1.0.0"));
    expect(version).toBe("1.0.0");
    expect(files.map(({ path }) => path)).toEqual(["cases/locked.yaml", "knee.guideline", "set.yaml"]);
    expect(files.find(({ path }) => path === "knee.guideline")?.text).toBe(guideline);
  });

  test.each(["2.0.0", "..%2f..%2fset.yaml"])("of which there is no %s says so", async (version) => {
    await publish();
    expect((await fetch(at(`/releases/${version}`))).status).toBe(404);
  });

  test("again without a change is refused", async () => {
    await publish();
    const response = await publish();
    expect(response.status).toBe(409);
    expect(publishRefusedSchema.parse(await response.json())).toMatchObject({
      detail: "Nothing changed since 1.0.0; there is nothing to publish.",
      failures: [],
      diagnostics: [],
    });
  });

  test("twice at once makes one release", async () => {
    const responses = await Promise.all([publish(), publish(), publish()]);
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const names = await readdir(join(served.folder, "knees/releases"));
    expect(names.toSorted()).toEqual(["keys.json", "knees-1.0.0.attestation.json", "knees-1.0.0.tgz", "log.json"]);
  });

  test("with a failing case says which, what was expected and what came out", async () => {
    await edit("cases/locked.yaml", lockedKnee.replace("review: overturned", "review: upheld"));
    const response = await publish();
    expect(response.status).toBe(409);
    expect(publishRefusedSchema.parse(await response.json())).toMatchObject({
      detail: "1 case does not come out as expected.",
      failures: [
        {
          case: "A locked knee",
          path: "cases/locked.yaml",
          expected: "criteria met, upheld, locked knee met",
          actual: "criteria met, overturned, locked knee met",
        },
      ],
    });
  });

  test("with an error says where", async () => {
    await edit("knee.guideline", guideline.replace("if locked knee", "if lokced knee"));
    const problem = publishRefusedSchema.parse(await (await publish()).json());
    expect(problem.diagnostics).toMatchObject([{ code: "E0201", file: "knee.guideline", line: 19, column: 12 }]);
  });

  test.each([
    ["a rule over budget", notKnown, "E0901"],
    ["assumptions that no case satisfies", contradictoryAssumptions, "E0902"],
  ])("with %s says so, and makes nothing", async (_, below, code) => {
    await edit("knee.guideline", guideline + below);
    const response = await publish();
    expect(response.status).toBe(409);
    const problem = publishRefusedSchema.parse(await response.json());
    expect(problem.diagnostics).toMatchObject([{ code, file: "knee.guideline" }]);
    expect((await read(releaseListSchema, at("/releases"))).releases).toEqual([]);
  });

  test("needs JSON, so that a form of another site cannot publish", async () => {
    const response = await fetch(at("/releases"), { method: "POST" });
    expect(response.status).toBe(415);
  });
});

describe("a damaged release", () => {
  test("is named and not counted", async () => {
    await publish();
    await writeFile(join(served.folder, "knees/releases/knees-1.0.0.tgz"), "not an archive");
    await writeFile(join(served.folder, "knees/releases/notes.txt"), "not looked at");
    await mkdir(join(served.folder, "knees/releases/folder.tgz"));
    const { releases, damaged } = await read(releaseListSchema, at("/releases"));
    expect([releases, damaged]).toEqual([
      [],
      [
        { file: "folder.tgz", problem: "This is not a file." },
        { file: "knees-1.0.0.tgz", problem: expect.stringMatching(/not a gzip archive/) },
      ],
    ]);
  });
});

function letter(body: object): Promise<Response> {
  return fetch(`${served.url}/api/letters`, { method: "POST", body: JSON.stringify(body), headers });
}

describe("letters", () => {
  const asked = { set: "knees", case: "cases/locked.yaml" };

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
