import { beforeAll, describe, expect, test } from "vitest";
import { verifyRelease } from "../../../engine/release/index.ts";
import type { SetFile } from "../../../engine/set/index.ts";
import { askEngine, replay } from "../../../server/engines/index.ts";
import { byTest, neckCase, testedNecks } from "../../engine/bundle/necks.ts";
import { altered, filesOfShipped, type Good, recordedBy, releaseOf, today } from "./released.ts";
import { casesOf, notIdentical, threeReleases } from "./replayed.ts";

/** A share of `node test/server/engines/main.ts 200`. */
describe("determinations on old releases replay to identical bytes", () => {
  let releases: readonly Good[];
  let files: readonly SetFile[];
  beforeAll(async () => {
    files = await filesOfShipped("california-mtus");
    releases = await threeReleases(files);
  });

  test.each([0, 1, 2])("of three, release %s", async (at) => {
    const release = releases[at];
    if (release === undefined) throw new Error("there are three");
    expect(await notIdentical(release, casesOf(files, 20))).toEqual([]);
  });
});

describe("a release", () => {
  let older: Good;
  let newer: Good;
  let record: string;
  const of = neckCase("\n    value: yes");
  beforeAll(async () => {
    const files = testedNecks();
    const engine = await today();
    older = await releaseOf(files, altered(engine, "criteria met", "criteria fulfilled"));
    newer = await releaseOf(files, engine, older);
    record = (await recordedBy(older, [neckCase(byTest)]))[0] ?? "";
  });

  test("whose engine words things otherwise is replayed with its words", async () => {
    expect(record).toContain("criteria fulfilled");
    expect(await replay(older, { record, caseText: neckCase(byTest) })).toEqual({ kind: "identical" });
  });

  test("is another one with another engine, and does not replay what it did not make", async () => {
    expect([older.release.manifest.version, newer.release.manifest.version]).toEqual(["1.0.0", "1.0.1"]);
    expect(await replay(newer, { record, caseText: neckCase(byTest) })).toMatchObject({
      kind: "not possible",
      problem: expect.stringContaining("The record was made with necks 1.0.0"),
    });
  });

  test("says what differs of a record that was changed", async () => {
    const changed = record.replace('"outcome":"criteria fulfilled"', '"outcome":"criteria not met"');
    expect(await replay(older, { record: changed, caseText: neckCase(byTest) })).toMatchObject({
      kind: "different",
      differences: ['determinations 1, outcome: was "criteria not met", is "criteria fulfilled".'],
    });
  });

  test("says so of the same record in other JSON, and of another case", async () => {
    const spelled = JSON.stringify(JSON.parse(record), null, 1);
    expect(await replay(older, { record: spelled, caseText: neckCase(byTest) })).toMatchObject({
      kind: "different",
      differences: [expect.stringContaining("the JSON is written otherwise")],
    });
    expect(await replay(older, { record, caseText: of })).toMatchObject({
      kind: "different",
      differences: [
        expect.stringMatching(
          /^This is not the case the record was made of: the record names the case sha256:[0-9a-f]{64}, and this one is sha256:[0-9a-f]{64}\.$/,
        ),
      ],
    });
  });

  test("of another case that the release cannot answer says first that it is another", async () => {
    const other = of.replace("numbness:", "swelling:");
    expect(await replay(older, { record, caseText: other })).toMatchObject({
      kind: "not possible",
      problem: expect.stringMatching(/^This is not the case the record was made of: .* declares the fact `swelling`/),
    });
  });

  test.each([
    ["set", '"set":"necks"', '"set":"knees"', "The record names another set, `knees`: its release is of `necks`."],
    [
      "version",
      '"version":"1.0.0"',
      '"version":"9.0.0"',
      "The record names another version, 9.0.0: its release is 1.0.0.",
    ],
  ])("of a record whose %s was changed says what it names", async (_, from, to, said) => {
    const changed = record.replace(from, to);
    expect(await replay(older, { record: changed, caseText: neckCase(byTest) })).toMatchObject({
      kind: "different",
      differences: [said],
    });
  });

  test("of a case that cannot be read, or no record at all, says why", async () => {
    expect(await replay(older, { record, caseText: "{" })).toMatchObject({ kind: "not possible" });
    expect(await replay(older, { record: "{}", caseText: of })).toEqual({
      kind: "not possible",
      problem: "This is no record of a determination.",
    });
  });

  test.each([
    ["throws", "export const open = () => { throw new Error('x'); };"],
    ["imports a module of Node", "import 'node:fs'; export const open = () => ({ determine: () => 'read' });"],
    ["answers nothing", "export const open = () => ({});"],
    ["never ends", "export const open = () => { for (;;); };"],
    ["is no module", "}{"],
  ])("whose engine %s gives no answer, and nothing happens", async (_, code) => {
    const asked = await askEngine(withEngine(older, code), [question], { milliseconds: 1_500 });
    expect(asked).toEqual({ replies: null, problem: "The engine of this release gave no answer." });
  });

  test.each([
    ["the process", "String(typeof process)", "undefined"],
    ["the network", "String(typeof fetch + typeof WebSocket)", "undefinedundefined"],
    ["code from text", "(() => { try { return Function('return 1')(); } catch { return 'refused'; } })()", "refused"],
  ])("whose engine reaches for %s finds nothing there", async (_, expression, reply) => {
    const code = `const said = ${expression}; export const open = () => ({ determine: () => said });`;
    expect(await askEngine(withEngine(older, code), [question])).toEqual({ replies: [reply], problem: null });
  });

  test.each(["node:fs", "node:net", "node:child_process", "node:worker_threads"])(
    "whose engine imports %s later is refused",
    async (name) => {
      const code = `const said = await import("${name}").then(() => "there", () => "refused");
        export const open = () => ({ determine: () => said });`;
      expect(await askEngine(withEngine(older, code), [question])).toEqual({ replies: ["refused"], problem: null });
    },
  );
});

const question = { ask: "determine", caseText: "", options: {} } as const;

function withEngine(of: Good, code: string): Good {
  const content = new TextEncoder().encode(code);
  return { ...of, files: of.files.map((file) => (file.path === "engine.js" ? { ...file, content } : file)) };
}

test("an engine that was changed makes no release", async () => {
  const good = await releaseOf(testedNecks(), await today());
  const bytes = Buffer.from(good.release.bytes);
  const at = bytes.indexOf("precept/engine/1");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  expect((await verifyRelease(bytes)).ok).toBe(false);
});
