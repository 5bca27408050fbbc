import { execFile } from "node:child_process";
import { copyFile, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guideline, knees } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

const run = promisify(execFile);

let place: Workplace;
// The first release and its verification load all that makes them: longer than a test may take where others work too.
beforeAll(async () => {
  const first = await workplace(knees);
  await first.precept("publish knees --waive adequacy --because few --acknowledge");
  await first.precept("verify knees/releases/knees-1.0.0.tgz");
  await first.leave();
});
beforeEach(async () => {
  place = await workplace(knees);
});
afterEach(() => place.leave());

const waived = "--waive adequacy --because few";
const release = "knees/releases/knees-1.0.0.tgz";
const keys = "--keys knees/releases/keys.json";
const at = (path: string) => join(place.folder, path);
const publish = (options = "") => place.precept(`publish knees ${waived} --acknowledge ${options}`);
const edited = (text: string) => writeFile(at("knees/knee.guideline"), text);

describe("publish", () => {
  test("without a waiver tells the gates that are closed, and writes nothing", async () => {
    const { code, out } = await place.precept("publish knees");
    expect(code).toBe(1);
    expect(out).toMatch(
      /✗ Nothing was published\.\nIt would be 1\.0\.0, the first release\.\n.*✗ adequacy: No case would notice/s,
    );
    expect(await stat(at("knees/releases")).catch(() => null)).toBeNull();
  });

  test("signs what it made: who, from when, what was waived and why, and that nobody else approved it", async () => {
    const { out } = await publish("--from 2027-01-01 --to 2027-12-31 --name Pat --json");
    expect(JSON.parse(out)).toMatchObject({
      published: true,
      version: "1.0.0",
      statement: {
        effective: { from: "2027-01-01", to: "2027-12-31" },
        waivers: [{ gate: "adequacy", reason: "few", name: "Pat" }],
        approvals: [],
        independentlyApproved: false,
        published: { name: "Pat" },
      },
      log: { index: 2, treeSize: 3 },
    });
    const [kid] = JSON.parse(await readFile(at("knees/releases/keys.json"), "utf8")).keys;
    expect((await stat(at(`.precept/keys/${kid.kid}.json`))).mode & 0o777).toBe(0o600);
  });

  test("asks that every change be acknowledged, and shows what it comes to with --dry-run", async () => {
    await publish();
    await edited(guideline.replace("at least 6 weeks", "at least 5 weeks"));
    const refused = await place.precept(`publish knees ${waived}`);
    expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(/not acknowledged yet/)]);
    const shown = await place.precept(`publish knees ${waived} --acknowledge --dry-run --json`);
    expect([shown.code, JSON.parse(shown.out)]).toMatchObject([
      0,
      { dryRun: true, published: false, version: "2.0.0" },
    ]);
    expect(await stat(at("knees/releases/knees-2.0.0.tgz")).catch(() => null)).toBeNull();
  });

  test.each([
    ["--waive cases --because x", 2],
    ["--waive adequacy", 2],
    ["--from 2027-02-30", 2],
    ["--name=", 2],
    [`--name=${"A".repeat(201)} --waive adequacy --because few`, 2],
    ["--name=Ann\u2028Approved-by-Bea --waive adequacy --because few", 2],
    ["--from 2027-02-02 --to 2027-02-01 --waive adequacy --because few", 1],
  ])("with %s exits with %d, and writes nothing", async (options, code) => {
    expect((await place.precept(`publish knees ${options}`)).code).toBe(code);
    expect(await stat(at(release)).catch(() => null)).toBeNull();
  });
});

describe("verify", () => {
  test("with the keys one trusts says who signed it; a head that was kept shows that the log only grew", async () => {
    await publish();
    const first = await place.precept(`verify ${release} ${keys} --pin head.json`);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining("signed with a key you trust") });
    expect(first.out).toContain("a log which was rewritten would not be noticed");
    await edited(`${guideline}# A remark.\n`);
    await publish();
    const later = await place.precept(`verify knees/releases/knees-1.0.1.tgz ${keys} --head head.json --json`);
    expect([later.code, JSON.parse(later.out)]).toMatchObject([
      0,
      { verified: true, verdict: "verified", reasons: [] },
    ]);
  });

  test("prints the digests that the policy has, by the same names, and the attestation signs", async () => {
    await publish();
    const { out } = await place.precept(`verify ${release}`);
    const json = JSON.parse((await place.precept(`verify ${release} --json`)).out);
    const { stdout: policy } = await run("tar", ["-xzOf", at(release), "package/policy.html"]);
    for (const [named, digest] of Object.entries({ texts: json.statement.files, meaning: json.statement.meaning })) {
      expect(json[named]).toBe(digest);
      expect(out).toMatch(new RegExp(`^  ${named} +${digest}$`, "m"));
      expect(policy.toLowerCase()).toContain(`<dt>${named}</dt><dd class="digest" dir="auto">${digest}</dd>`);
    }
  });

  test("refuses another log than the one whose head was kept, and names both", async () => {
    await publish();
    await place.precept(`verify ${release} ${keys} --pin head.json`);
    const other = await workplace(knees);
    await other.precept(`publish knees ${waived}`);
    for (const name of ["knees-1.0.0.attestation.json", "knees-1.0.0.tgz", "keys.json", "log.json"])
      await copyFile(join(other.folder, "knees/releases", name), at(`knees/releases/${name}`));
    await other.leave();
    const { code, out } = await place.precept(`verify ${release} ${keys} --head head.json`);
    expect(code).toBe(4);
    expect(out).toMatch(/The pinned head is of another log than this: `[0-9a-f]{64}`, and this is `[0-9a-f]{64}`/);
  });

  test.each([
    ["keys.json", "a list"],
    ["log.json", "{}"],
    ["knees-1.0.0.attestation.json", "{}"],
  ])("refuses a file that is no %s", async (name, text) => {
    await publish();
    await writeFile(at(`knees/releases/${name}`), text);
    expect((await place.precept(`verify ${release} ${keys}`)).code).toBe(4);
  });

  test("says of a private key what it is, and looks at nothing", async () => {
    await publish();
    const [{ kid }] = JSON.parse(await readFile(at("knees/releases/keys.json"), "utf8")).keys;
    expect(await place.precept(`verify ${release} --keys .precept/keys/${kid}.json`)).toMatchObject({
      code: 4,
      out: expect.stringMatching(
        /^✗ \S+ was not looked at\.\n  ✗ keys: `[^`]+`: This is a private key, never hand it out; `precept keys jwks` prints the public ones\.\n$/,
      ),
    });
  });

  test("of a release without its attestation does not say that anybody stands for it", async () => {
    await publish();
    await copyFile(at(release), at("alone.tgz"));
    expect(await place.precept("verify alone.tgz")).toMatchObject({
      code: 0,
      out: expect.stringContaining("nobody is known to stand for it"),
    });
    expect((await place.precept(`verify alone.tgz ${keys}`)).code).toBe(4);
    expect((await place.precept("verify alone.tgz --keys missing.json")).code).toBe(2);
  });
});
