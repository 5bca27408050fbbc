import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../server/served.ts";
import { guideline, knees, kneesWith, lockedKnee } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
afterEach(() => place.leave());

async function check(files: Files, line: string, input?: string | Uint8Array) {
  place = await workplace(files);
  return place.precept(`check ${line}`, input);
}

const misspelt = guideline.replace("if locked knee", "if lokced knee");
/** Where the misspelt name stands. */
const line = misspelt.split("\n").findIndex((text) => text.includes("lokced")) + 1;

describe("a sound set", () => {
  test.each(["knees", ".", "knees/knee.guideline", "knees/cases", "knees/cases/locked.yaml", "knees/set.yaml"])(
    "named as %s is fine",
    async (path) => {
      const { code, out, err } = await check(knees, path);
      expect([code, out]).toEqual([0, ""]);
      expect(err).toMatch(/Nothing to complain of/);
    },
  );

  test("is counted", async () => {
    expect((await check(knees, "knees")).err).toBe("✓ Nothing to complain of in 1 guideline, 1 case.\n");
  });
});

describe("a guideline that uses another of its folder, without a set", () => {
  const words = 'guideline "Words"\nfact locked knee: yes or no\n';
  const uses = `guideline "Knees"\n  source "A Handbook of Knees", page 1\n  use "Words"\nservice imaging\n  MRI of the knee    CPT 73721\nimaging if locked knee\nexample "Locked"\n  locked knee: yes\n  expect imaging: criteria met\n`;
  const files = { "loose/knee.guideline": uses, "loose/words.guideline": words };

  test.each(["loose/knee.guideline", "loose"])("finds it when %s is named", async (path) => {
    expect(await check(files, path)).toMatchObject({ code: 0, out: "" });
    expect((await place.precept(`test ${path}`)).code).toBe(0);
  });

  test("and a name that is not there is told", async () => {
    const { code, out } = await check(
      { ...files, "loose/words.guideline": 'guideline "Words"\n' },
      "loose/knee.guideline",
    );
    expect(code).toBe(1);
    expect(out).toContain("loose/knee.guideline");
  });
});

describe("an error", () => {
  test("shows the place, the reader's own line and the fix, and exits with 1", async () => {
    const { code, out } = await check(kneesWith("knee.guideline", misspelt), "knees");
    expect(code).toBe(1);
    expect(out).toContain(`knees/knee.guideline:${line}:12`);
    expect(out).toContain("imaging if lokced knee OR failed exercises");
    expect(out).toContain("locked knee");
  });

  test("--json gives its fields", async () => {
    const { code, out } = await check(kneesWith("knee.guideline", misspelt), "knees --json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      diagnostics: [{ code: "E0201", severity: "error", file: "knees/knee.guideline", line, column: 12 }],
    });
  });

  test("--format github annotates the line", async () => {
    const { code, out } = await check(kneesWith("knee.guideline", misspelt), "knees --format github");
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^::error file=knees/knee.guideline,line=${line},col=12,.*,title=E0201::`));
  });

  test("--format sarif is a log of one run", async () => {
    const { code, out } = await check(kneesWith("knee.guideline", misspelt), "knees --format sarif");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "E0201", level: "error" }] }],
    });
  });

  test("of another file of the set is not told when one file is asked for", async () => {
    const { code } = await check(kneesWith("knee.guideline", misspelt), "knees/cases/locked.yaml");
    expect(code).toBe(0);
  });

  test("of a case is found against its set", async () => {
    const { code, out } = await check(
      kneesWith("cases/locked.yaml", lockedKnee.replace("  locked knee: {", "  lokced knee: {")),
      "knees/cases/locked.yaml",
    );
    expect(code).toBe(1);
    expect(out).toMatch(/knees\/cases\/locked\.yaml:8:\d+[^]*locked knee/);
  });
});

describe("standard input", () => {
  test("is a guideline", async () => {
    expect((await check({}, "-", guideline)).code).toBe(0);
    const { code, out } = await place.precept("check -", misspelt);
    expect(code).toBe(1);
    expect(out).toContain(`<stdin>:${line}:12`);
  });

  test("that is not text is said so", async () => {
    const { code, out } = await check({}, "- --json", Uint8Array.of(0x67, 0xff, 0x0a));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [{ code: "E0001", message: "This is not UTF-8 text: byte 1 begins no character." }],
    });
  });
});

describe("a file that is no guideline", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["10 MB", new Uint8Array(10 * 1024 * 1024).fill(0x61), /This file has 10\.0 MB; .* at most 1\.0 MB/],
    ["binary junk", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1), /it holds a NUL byte/],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x67, 0x00), /it holds a NUL byte/],
    ["Latin-1", Uint8Array.of(0x67, 0xe4, 0x67), /byte 1 begins no character/],
  ])("of %s gets E0001, alone and in its set", async (_, bytes, message) => {
    const alone = await check({ "a.guideline": bytes }, "a.guideline");
    await place.leave();
    const inSet = await check({ ...knees, "knees/a.guideline": bytes }, "knees");
    for (const { code, out } of [alone, inSet]) {
      expect(code).toBe(1);
      expect(out).toMatch(/error E0001/);
      expect(out).toMatch(message);
    }
  });

  test("that is empty is read", async () => {
    const { code } = await check({ "a.guideline": "" }, "a.guideline");
    expect([0, 1]).toContain(code);
  });
});

describe("folders", () => {
  test("that lead round in circles are entered once", async () => {
    place = await workplace({ "a/b/x.guideline": guideline, "a/knees/set.yaml": "x" });
    await symlink(join(place.folder, "a"), join(place.folder, "a/b/again"));
    const { out } = await place.precept("check a --json");
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({ schemaVersion: 1 });
  });

  test("without anything to read are fine, and say so", async () => {
    place = await workplace({});
    await mkdir(join(place.folder, "empty"));
    const { code, err } = await place.precept("check empty");
    expect([code, err]).toEqual([0, "There is no guideline here.\n"]);
  });
});

describe("a path that cannot be meant", () => {
  test.each([
    ["kness", /There is no file or folder `kness`. Did you mean `knees`\?/],
    ["knees/cases/loked.yaml", /Did you mean `knees\/cases\/locked\.yaml`\?/],
    ["notes.txt", /`notes\.txt` is no guideline and stands in no guideline set/],
    ["knees --format pdf", /Allowed choices are sarif, github/],
    ["knees --json --format sarif", /cannot be used with/],
  ])("%s exits with 2", async (given, message) => {
    const { code, out, err } = await check({ ...knees, "notes.txt": "x" }, given);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
