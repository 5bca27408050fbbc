import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../server/served.ts";
import { guideline, knees, kneesWith, lockedKnee } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
afterEach(() => place.leave());

async function tested(files: Files, line: string) {
  place = await workplace(files);
  return place.precept(`test ${line}`);
}

const wrong = kneesWith("cases/locked.yaml", lockedKnee.replace("review: overturned", "review: upheld"));

describe("test", () => {
  test("runs cases and examples", async () => {
    const { code, out } = await tested(knees, "knees");
    expect(code).toBe(0);
    expect(out).toBe("knees\n  ✓ A locked knee\n  ✓ Exercises that failed (example)\n\n2 passed, 0 failed\n");
  });

  test("shows what differs, and exits with 1", async () => {
    const { code, out } = await tested(wrong, "knees");
    expect(code).toBe(1);
    expect(out).toContain(
      "  ✗ A locked knee\n      knees/cases/locked.yaml\n      review: expected upheld, was overturned\n",
    );
    expect(out).toMatch(/1 passed, 1 failed\n$/);
  });

  test("--json gives each case with what was expected and seen", async () => {
    const { out } = await tested(wrong, "knees --json");
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      passed: 1,
      failed: 1,
      cases: [
        {
          case: "A locked knee",
          ok: false,
          expected: expect.stringContaining("upheld"),
          actual: expect.stringContaining("overturned"),
        },
        { case: "Exercises that failed", ok: true },
      ],
    });
  });

  test.each([
    [
      "junit",
      /<testsuite name="knees" tests="2" failures="1">[^]*<failure message="review: expected upheld, was overturned"\/>/,
    ],
    [
      "github",
      /^::error file=knees\/cases\/locked\.yaml,title=A locked knee::review: expected upheld, was overturned\n$/,
    ],
  ])("--format %s", async (format, expected) => {
    const { code, out } = await tested(wrong, `knees --format ${format}`);
    expect(code).toBe(1);
    expect(out).toMatch(expected);
  });

  test("of one file runs what stands in it", async () => {
    const ofCase = await tested(wrong, "knees/cases/locked.yaml --json");
    expect(JSON.parse(ofCase.out)).toMatchObject({ passed: 0, failed: 1 });
    const ofGuideline = await place.precept("test knees/knee.guideline --json");
    expect(JSON.parse(ofGuideline.out)).toMatchObject({ passed: 1, failed: 0 });
  });

  test("of a guideline in no set that has an error names it as its author does", async () => {
    place = await workplace({ "k.guideline": guideline.replace("lasted at least 6 weeks", "lasted at least 6 weks") });
    const { code, out } = await place.precept("test k.guideline --json");
    expect(code).toBe(1);
    expect(JSON.parse(out).cases).toMatchObject([{ case: "k.guideline", actual: expect.stringMatching(/^E0403/) }]);
  });

  test("of a guideline in no set runs its examples", async () => {
    const { code, out } = await tested({ "a.guideline": guideline }, "a.guideline");
    expect([code, out]).toEqual([0, "a.guideline\n  ✓ Exercises that failed (example)\n\n1 passed, 0 failed\n"]);
  });

  test.each([
    ["a case", "cases/locked.yaml", "nonsense: [\n"],
    ["a guideline", "knee.guideline", guideline.replace("if locked knee", "if lokced knee")],
    ["a case that is not text", "cases/locked.yaml", "\0"],
  ])("counts %s that cannot be read as failed", async (_, path, text) => {
    const { code, out } = await tested(kneesWith(path, text), "knees");
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`✗ knees/${path}`));
  });

  test("names a case that expects nothing, which neither passes nor fails", async () => {
    const { code, out } = await tested(
      kneesWith("cases/locked.yaml", lockedKnee.replace(/ {4}expect: .*\n/, "")),
      "knees",
    );
    expect(code).toBe(0);
    expect(out).toContain("– A locked knee expects nothing");
    expect(out).toMatch(/1 passed, 0 failed, 1 without expectation\n$/);
  });
});

describe("--accept", () => {
  const file = "knees/cases/locked.yaml";
  const failing = { ...wrong, [file]: String(wrong[file]).replace("facts:\n", "facts:   # as before\n") };
  const textOf = (path: string) => readFile(join(place.folder, path), "utf8");
  // A parameter of `precept` has no spaces here.
  const because = "--because reread";

  test("shows what would change and writes nothing until somebody says why", async () => {
    const { code, out, err } = await tested(failing, `--accept ${file}`);
    expect([code, out]).toEqual([1, `A locked knee\n      ${file}\n      review: expected upheld, was overturned\n`]);
    expect(err).toContain('1 result would be accepted with `--because "WHY"`');
    expect(await textOf(file)).toBe(failing[file]);
  });

  test("writes it with the reason, marked, and keeps the comments of the file", async () => {
    const { code, err } = await tested(failing, `--accept ${file} ${because}`);
    expect([code, err]).toEqual([0, expect.stringContaining("1 result accepted, in 1 file.")]);
    const text = await textOf(file);
    expect(text).toContain("source: reread");
    expect(text).toContain("filled in by: engine");
    expect(text).toContain("facts:   # as before\n  locked knee: { value: yes,");
    expect((await place.precept("test knees")).out).toMatch(/2 passed, 0 failed\n$/);
    expect((await place.precept(`test --accept ${file}`)).err).toContain("There is nothing to accept.");
  });

  test("takes a whole set only as --accept-all, its examples among them", async () => {
    const longer = { ...failing, "knees/knee.guideline": guideline.replace("at least 6 weeks", "at least 60 weeks") };
    const refused = await tested(longer, `--accept knees ${because}`);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("--accept-all")]);
    expect((await place.precept(`test --accept-all knees ${because}`)).err).toContain(
      "2 results accepted, in 2 files.",
    );
    expect(await textOf("knees/knee.guideline")).toContain('filled in by engine because "reread"');
    expect((await place.precept("test knees --json")).code).toBe(0);
  });

  test("does not accept what could not be read, and exits with 1", async () => {
    const { code, err } = await tested(kneesWith("cases/locked.yaml", "nonsense: [\n"), `--accept ${file} ${because}`);
    expect([code, err]).toEqual([1, expect.stringContaining("1 case cannot expect what comes out")]);
    expect(await textOf(file)).toBe("nonsense: [\n");
  });

  test("--json says what was accepted and where it stands", async () => {
    const { out } = await tested(failing, `--accept-all knees --json ${because}`);
    expect(JSON.parse(out)).toMatchObject({
      written: true,
      accepted: [{ case: "A locked knee" }],
      refused: [],
      files: [file],
    });
  });

  test.each([
    ["test knees --because why", "Write `--accept` or `--accept-all` with it."],
    ["test knees --accept-all --watch", "Leave `--watch` and `--format` away."],
    ["test - --accept-all --because why", "no file to write to"],
  ])("refuses %s", async (line, said) => {
    place = await workplace(failing);
    const { code, err } = await place.precept(line, guideline);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(await readdir(place.folder)).toEqual(["knees"]);
  });
});

describe("--watch", () => {
  test("runs again after a change, until it is stopped", async () => {
    place = await workplace(knees);
    const watching = place.start("test knees --watch");
    await watching.printed(/2 passed, 0 failed/);
    await watching.printed(/Waiting for changes/);
    await writeFile(join(place.folder, "knees/cases/locked.yaml"), wrong["knees/cases/locked.yaml"] ?? "");
    await watching.printed(/1 passed, 1 failed/);
    watching.stop();
    expect(await watching.code).toBe(0);
  });
});
