import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { guideline, knees, lockedKnee } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
const archive = "knees/releases/knees-1.0.0.tgz";
const of = "knees/cases/locked.yaml";
const today = new Date().toISOString().slice(0, 10);
const at = (path: string) => join(place.folder, path);

beforeAll(async () => {
  place = await workplace(knees);
});
beforeAll(() => place.precept("publish knees --acknowledge --waive adequacy --because few"));
beforeAll(async () => {
  await writeFile(at("knees/knee.guideline"), guideline.replace("at least 6 weeks", "at least 5 weeks"));
  await place.precept("publish knees --acknowledge --waive adequacy --because few");
});
beforeAll(() => place.precept(`determine ${of} --release ${archive} --record old.json`));
afterAll(() => place.leave());

describe("determine --release", () => {
  test("decides with the release, whatever the folder says now", async () => {
    const { code, out } = await place.precept(`determine ${of} --release ${archive} --json`);
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { set: "knees", version: "1.0.0", determinations: [{ outcome: "criteria met" }] },
    ]);
    const told = await place.precept(`determine ${of} --release ${archive}`);
    expect(told.out).toMatch(/^knees 1\.0\.0 \(sha256:/);
  });

  test("writes its letter, and says which forms it has", async () => {
    const letter = await place.precept(`determine ${of} --release ${archive} --letter md`);
    expect(letter.out).toContain("- Guideline set: knees 1.0.0");
    expect(await place.precept(`determine ${of} --release ${archive} --letter docx`)).toMatchObject({ code: 2 });
  });

  test("with what is no release decides nothing", async () => {
    await writeFile(at("broken.tgz"), "no release");
    expect(await place.precept(`determine ${of} --release broken.tgz`)).toMatchObject({ code: 4, out: "" });
    expect(await place.precept(`determine ${of} --release knees`)).toMatchObject({ code: 2, out: "" });
  });

  test("of a case that cannot be read says where", async () => {
    await writeFile(at("bad.yaml"), "schema: precept/case/1\ncase: [\n");
    const { code, err } = await place.precept(`determine bad.yaml --release ${archive}`);
    expect([code, err]).toEqual([1, expect.stringMatching(/^case:\d+: .*\nNothing is determined\.\n$/s)]);
  });
});

describe("a day of service that the release does not decide", () => {
  test("is answered, and said on stderr and in JSON", async () => {
    const { code, err, out } = await place.precept(`determine ${of} --release ${archive} --json`);
    const note = /^Release 1\.0\.0 does not decide 2014-05-14: .* It answers because it was named\.$/;
    expect([code, JSON.parse(out)]).toMatchObject([0, { notes: [expect.stringMatching(note)] }]);
    expect(err).toMatch(new RegExp(note, "m"));
    expect(await readFile(at("old.json"), "utf8")).not.toContain("notes");
  });

  test("is not one where it does, or nothing says so", async () => {
    const asked = `determine ${of} --release ${archive} --json`;
    expect(JSON.parse((await place.precept(`${asked} --as-of ${today}`)).out)).not.toHaveProperty("notes");
    expect(JSON.parse((await place.precept(`${asked} --as-of 2999-01-01`)).out)).toMatchObject({
      version: "1.0.0",
      notes: [expect.stringContaining("release 2.0.0 took its place on")],
    });
    const alone = "alone.tgz";
    await copyFile(at(archive), at(alone));
    expect(JSON.parse((await place.precept(`determine ${of} --release ${alone} --json`)).out)).not.toHaveProperty(
      "notes",
    );
  });
});

describe("a case with a fact that the release does not know", () => {
  const newer = "newer.yaml";
  beforeAll(() => writeFile(at(newer), lockedKnee.replace("facts:", "facts:\n  swelling: yes\n  patient's-age: 40")));
  const asked = `determine ${newer} --release ${archive}`;
  const without = `${asked} --leave-out swelling --leave-out patient's-age`;
  let told = "";
  beforeAll(async () => {
    told = (await place.precept(`${without} --record newer.json`)).out;
  });

  test("is refused, with what to add to be answered without it", async () => {
    const { code, err, out } = await place.precept(asked);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^case:8: No guideline of this set declares the fact `swelling`\.$/m);
    expect(err).toContain(`--leave-out 'swelling' --leave-out 'patient'\\''s-age'.`);
  });

  test("that is misspelt is told as a mistake", async () => {
    await writeFile(at("slip.yaml"), lockedKnee.replace("  locked knee: {", "  lokced knee: {"));
    const { code, err } = await place.precept(`determine slip.yaml --release ${archive}`);
    expect([code, err]).toEqual([1, expect.stringContaining("Did you mean `locked knee`?")]);
  });

  test("is answered without it, which the answer and the record say", async () => {
    expect(told).toContain("this edition does not know that");
    const record = JSON.parse(await readFile(at("newer.json"), "utf8"));
    expect(record).toMatchObject({ leftOut: ["swelling", "patient's-age"], determinations: [{}] });
  });

  test("is left out again when its record is replayed", async () => {
    expect(await place.precept(`replay newer.json ${newer} --release ${archive}`)).toMatchObject({ code: 0 });
  });

  test("is answered without it in its letter, which says so", async () => {
    const { out } = await place.precept(`${without} --letter md`);
    expect(out).toContain("also states “swelling” and “patient's-age”");
  });

  test("is left out of a release only", async () => {
    expect(await place.precept(`determine ${of} --leave-out x`)).toMatchObject({ code: 2, out: "" });
  });
});

describe("then-and-now", () => {
  test("tells a changed threshold as one criterion, and every line of a text by its sign", async () => {
    const tried = lockedKnee
      .replace("facts:", "facts:\n  exercises: { value: failed after 5 weeks }")
      .replace(/ {2}locked.*\n/, "");
    await writeFile(at("tried.yaml"), tried);
    const several = "imaging if any of\n  - locked knee\n  - exercises lasted at least 4 weeks\n";
    const before = await readFile(at("knees/knee.guideline"), "utf8");
    onTestFinished(() => writeFile(at("knees/knee.guideline"), before));
    const edited = guideline.replace("imaging if locked knee OR failed exercises\n", several);
    await writeFile(at("knees/knee.guideline"), edited);
    const moved = await place.precept("then-and-now tried.yaml --set knees --before 1.0.0 --now 2.0.0");
    expect(moved.out).toContain("exercises lasted at least 6 weeks -> exercises lasted at least 5 weeks");
    const { code, out } = await place.precept("then-and-now tried.yaml --set knees --before 1.0.0");
    expect(code).toBe(0);
    expect(out).toContain(`  - any of: not documented, then met
    - imaging if locked knee OR failed exercises
    + imaging if any of
    +   - locked knee
    +   - exercises lasted at least 4 weeks
`);
    expect(out).toMatch(
      /^ {2}- exercises lasted at least 6 weeks -> exercises lasted at least 4 weeks: not met, then met$/m,
    );
  });
});

describe("replay", () => {
  test("makes the same bytes, by the release", async () => {
    expect(await place.precept(`replay old.json ${of} --release ${archive}`)).toMatchObject({
      code: 0,
      out: "✓ knees 1.0.0 makes the same record, byte for byte.\n",
    });
  });

  test("makes the same bytes, from a folder of releases", async () => {
    const { code, out } = await place.precept(`replay old.json ${of} --releases knees/releases --json`);
    expect([code, JSON.parse(out)]).toMatchObject([0, { identical: true, version: "1.0.0", differences: [] }]);
  });

  test("says what differs, with 4", async () => {
    const record = await readFile(at("old.json"), "utf8");
    await writeFile(at("changed.json"), record.replace('"outcome":"criteria met"', '"outcome":"excluded"'));
    const { code, out } = await place.precept(`replay changed.json ${of} --release ${archive}`);
    expect([code, out]).toEqual([
      4,
      expect.stringContaining('determinations 1, outcome: was "excluded", is "criteria met".'),
    ]);
  });

  test("with another release than the record names is not possible", async () => {
    const { code, out } = await place.precept(`replay old.json ${of} --release knees/releases/knees-2.0.0.tgz`);
    expect([code, out]).toEqual([4, expect.stringContaining("The record was made with knees 1.0.0")]);
  });

  test("a record of texts in a folder is of no release", async () => {
    await place.precept(`determine ${of} --record folder.json`);
    expect(JSON.parse(await readFile(at("folder.json"), "utf8"))).toMatchObject({ set: "knees", version: null });
    expect(await place.precept(`replay folder.json ${of} --releases knees/releases`)).toMatchObject({ code: 2 });
  });

  const line = `replay old.json ${of} --release ${archive}`;

  test("says that nobody is known to have signed the release", async () => {
    const { code, err } = await place.precept(line);
    expect([code, err]).toEqual([0, expect.stringMatching(/^Nobody is known to have signed this release/)]);
  });

  test("with the keys that signed the release says that it is verified", async () => {
    const { code, err, out } = await place.precept(`${line} --keys knees/releases/keys.json --json`);
    expect([code, err, JSON.parse(out)]).toMatchObject([0, "", { identical: true, verified: true }]);
  });

  test("asks no release that was not signed with a key that is trusted", async () => {
    await writeFile(at("none.json"), '{"keys":[]}');
    const others = await place.precept(`${line} --keys none.json`);
    expect([others.code, others.out]).toEqual([4, expect.stringMatching(/not to be trusted.*which is not trusted/)]);
    const decided = await place.precept(`determine ${of} --release ${archive} --keys none.json`);
    expect(decided).toMatchObject({ code: 4, out: "" });
    await rm(at("knees/releases/knees-1.0.0.attestation.json"));
    const unsigned = await place.precept(`${line} --keys knees/releases/keys.json`);
    expect([unsigned.code, unsigned.out]).toEqual([4, expect.stringContaining("There is no attestation")]);
  });

  test.each([
    ["nothing to replay with", `replay old.json ${of}`],
    ["no such record", `replay none.json ${of} --release ${archive}`],
    ["no record", `replay ${of} ${of} --release ${archive}`],
    ["no such case", `replay old.json none.yaml --release ${archive}`],
    ["no folder", `replay old.json ${of} --releases ${archive}`],
  ])("%s is a usage error", async (_, line) => {
    expect(await place.precept(line)).toMatchObject({ code: 2, out: "" });
  });
});
