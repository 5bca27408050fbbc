import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { contradictoryAssumptions, notKnown } from "../engine/set/unanswerable.ts";
import { guideline, knees, kneesWith, lockedKnee } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
afterEach(() => place.leave());

/** Two cases do not notice every mistake in these knees; what an edit changes is looked at. */
const waived =
  "--acknowledge --waive adequacy --because few --waive proofs --because few --waive citations --because none";
const archive = "knees/releases/knees-1.0.0.tgz";
const edit = (path: string, text: string) => writeFile(join(place.folder, "knees", path), text);

describe("publish", () => {
  test("makes 1.0.0, and nothing without a change", async () => {
    place = await workplace(knees);
    expect(await place.precept(`publish knees ${waived}`)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/✓ knees 1\.0\.0, the first/),
    });
    expect((await place.precept(`publish knees ${waived}`)).out).toBe(
      "Nothing changed since 1.0.0; there is nothing to publish.\n",
    );
    expect(await readdir(join(place.folder, "knees/releases"))).toEqual(
      expect.arrayContaining(["knees-1.0.0.tgz", "log.json"]),
    );
  });

  test("makes a patch release of a remark, then a major one of a threshold", async () => {
    place = await workplace(knees);
    await place.precept(`publish knees ${waived}`);
    await edit("knee.guideline", `${guideline}# A remark.\n`);
    expect((await place.precept(`publish knees ${waived}`)).out).toMatch(
      /✓ knees 1\.0\.1, which decides no differently than 1\.0\.0/,
    );
    await edit("knee.guideline", guideline.replace("at least 6 weeks", "at least 5 weeks"));
    expect((await place.precept(`publish knees ${waived}`)).out).toMatch(
      /✓ knees 2\.0\.0, which may decide otherwise than 1\.0\.1/,
    );
  });

  test("makes the same bytes from a set in another folder", async () => {
    const elsewhere = Object.fromEntries(
      Object.entries(knees).map(([path, text]) => [`other/deep/${path.replace("knees/", "k/")}`, text]),
    );
    place = await workplace({ ...knees, ...elsewhere });
    await place.precept(`publish knees ${waived}`);
    await place.precept(`publish other/deep/k --out out ${waived}`);
    const made = await Promise.all([archive, "out/knees-1.0.0.tgz"].map((path) => readFile(join(place.folder, path))));
    expect(made[1]?.equals(made[0] ?? Buffer.of())).toBe(true);
  });

  test("into what is no folder says so, and a link out of the set is not left out in silence", async () => {
    place = await workplace({ ...knees, taken: "a file\n" });
    expect(await place.precept(`publish knees --out taken ${waived}`)).toMatchObject({
      code: 1,
      out: expect.stringContaining("The release could not be written. A part of the path is a file, not a folder."),
    });
    await symlink("../../outside.guideline", join(place.folder, "knees/outside.guideline"));
    expect(await place.precept(`publish knees ${waived}`)).toMatchObject({
      code: 1,
      out: expect.stringContaining("`outside.guideline`: This is a link"),
    });
  });

  test("--json gives version and digest", async () => {
    place = await workplace(knees);
    const { out } = await place.precept(`publish knees ${waived} --json`);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      published: true,
      version: "1.0.0",
      digest: expect.stringMatching(/^sha256:/),
      bump: "first",
      cases: { passed: 2 },
    });
  });

  test("refuses a failing case with what was expected, and writes nothing", async () => {
    place = await workplace(kneesWith("cases/locked.yaml", lockedKnee.replace("review: overturned", "review: upheld")));
    const { code, out } = await place.precept("publish knees");
    expect(code).toBe(1);
    expect(out).toMatch(
      /✗ Nothing was published\.\n {2}- A locked knee \(cases\/locked\.yaml\): expected .*upheld.*, was .*overturned/,
    );
    expect(await readdir(join(place.folder, "knees"))).not.toContain("releases");
  });

  test("refuses an error, with its place", async () => {
    place = await workplace(kneesWith("knee.guideline", guideline.replace("if locked knee", "if lokced knee")));
    const { code, out } = await place.precept("publish knees");
    expect(code).toBe(1);
    expect(out).toMatch(/- knee\.guideline:\d+:12: E0201: /);
  });

  const unanswerable = [
    ["a rule over budget", notKnown, "E0901: `odd` combines its facts in too many ways to be answered exactly."],
    ["assumptions that no case satisfies", contradictoryAssumptions, "E0902: No case satisfies what `Knees` assumes"],
  ] as const;

  test.each(unanswerable)("refuses %s", async (_, below, message) => {
    place = await workplace(kneesWith("knee.guideline", guideline + below));
    const { code, out } = await place.precept("publish knees");
    expect([code, out]).toEqual([1, expect.stringContaining("Nothing was published.")]);
    expect(out).toContain(message);
    expect(await readdir(join(place.folder, "knees"))).not.toContain("releases");
  });

  test.each(
    unanswerable.flatMap(([what, below, message]) =>
      ["check knees", "test knees", "determine knees/cases/locked.yaml"].map(
        (command) => [what, command, below, message] as const,
      ),
    ),
  )("of %s is no surprise: `%s` refuses it too", async (_, command, below, message) => {
    place = await workplace(kneesWith("knee.guideline", guideline + below));
    const { code, out, err } = await place.precept(command);
    expect(code).toBe(1);
    expect(out + err).toContain(message);
  });

  test("never overwrites, not even what is no release", async () => {
    place = await workplace({ ...knees, [archive]: "mine" });
    const { code, out } = await place.precept(`publish knees ${waived}`);
    expect(code).toBe(1);
    expect(out).toMatch(/`knees-1\.0\.0\.tgz` is not a release as it was made; restore it or take it away/);
    expect(await readFile(join(place.folder, archive), "utf8")).toBe("mine");
  });

  test("of what is no set exits with 2", async () => {
    place = await workplace({ "empty/a.txt": "" });
    expect(await place.precept("publish empty")).toMatchObject({ code: 2, out: "" });
  });
});

describe("verify", () => {
  test("is content with a release, and with 4 not with a changed one", async () => {
    place = await workplace(knees);
    await place.precept(`publish knees ${waived}`);
    expect(await place.precept(`verify ${archive}`)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^✓ knees 1\.0\.0 is exactly as it was made/),
    });
    const bytes = await readFile(join(place.folder, archive));
    bytes[bytes.indexOf("did not help")] = 0x44;
    await writeFile(join(place.folder, archive), bytes);
    const { code, out } = await place.precept(`verify ${archive}`);
    expect(code).toBe(4);
    expect(out).toMatch(/is not the file the manifest describes: its SHA-256 differs/);
    const json = await place.precept(`verify ${archive} --json`);
    expect([json.code, JSON.parse(json.out)]).toMatchObject([4, { verified: false, reasons: [expect.any(String)] }]);
  });
  test("makes what a release says of its texts again, where its engine is the one at hand", async () => {
    place = await workplace(knees);
    await place.precept(`publish knees ${waived}`);
    const { out } = await place.precept(`verify ${archive} --json`);
    expect(JSON.parse(out).checks).toContainEqual(expect.objectContaining({ name: "rebuilt", state: "passed" }));
  });

  test("of anything else exits with 4", async () => {
    place = await workplace({ "a.tgz": "not an archive" });
    expect((await place.precept("verify a.tgz")).code).toBe(4);
  });
});
