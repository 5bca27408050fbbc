import { lstat, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "fflate";
import { packTar } from "modern-tar";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guideline, knees, lockedKnee, nextYear } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace(knees);
  await publish(`--from ${nextYear}-01-01`);
});
afterEach(() => place.leave());

const publish = (options: string) =>
  place.precept(`publish knees --acknowledge --waive adequacy --because few ${options}`);
const at = (path: string) => join(place.folder, path);
const read = (path: string) => readFile(at(path), "utf8");
const keys = "--keys knees/releases/keys.json";
const remarked = `${guideline}# A remark.\n`;

async function publishAnother(): Promise<void> {
  await writeFile(at("knees/knee.guideline"), remarked);
  await publish(`--from ${nextYear}-06-01`);
}

describe("install", () => {
  test("verifies a release and writes its set, and the release beside it; again it writes nothing", async () => {
    const { code, out } = await place.precept(`install knees ${keys} --into here --json`);
    expect([code, JSON.parse(out)]).toMatchObject([0, { installed: true, version: "1.0.0", verdict: "verified" }]);
    expect(await read("here/knee.guideline")).toBe(guideline);
    expect((await readdir(at("here/releases"))).toSorted()).toEqual([
      "knees-1.0.0.attestation.json",
      "knees-1.0.0.log.json",
      "knees-1.0.0.tgz",
    ]);
    expect((await place.precept("test here")).code).toBe(0);
    expect((await place.precept(`install knees ${keys} --into here`)).out).toContain("holds it already");
  });

  test("replaces what an earlier release left, and never what somebody changed", async () => {
    await place.precept("install knees --into here");
    await publishAnother();
    await writeFile(at("here/cases/locked.yaml"), "mine\n");
    expect(await place.precept("install knees --into here")).toMatchObject({
      code: 1,
      out: expect.stringContaining("`cases/locked.yaml` was changed here."),
    });
    expect([await read("here/cases/locked.yaml"), await read("here/knee.guideline")]).toEqual(["mine\n", guideline]);
    await writeFile(at("here/cases/locked.yaml"), lockedKnee);
    expect((await place.precept("install knees --into here")).code).toBe(0);
    expect(await read("here/knee.guideline")).toBe(remarked);
  });

  test("writes through no link", async () => {
    await mkdir(at("elsewhere"));
    await mkdir(at("here"));
    await symlink(at("elsewhere"), at("here/cases"));
    expect((await place.precept("install knees --into here")).code).toBe(1);
    expect(await readdir(at("elsewhere"))).toEqual([]);
  });

  test.each([
    ["../outside.md", "file"],
    ["/tmp/outside.md", "file"],
    ["set/link.md", "symlink"],
  ] as const)("of an archive with %s (%s) writes nothing", async (name, type) => {
    const header = {
      name,
      type,
      size: type === "file" ? 1 : 0,
      linkname: "/etc/passwd",
      mode: 0o644,
      mtime: new Date(0),
    };
    const tar = await packTar([{ header, body: type === "file" ? "x" : "" }]);
    await writeFile(at("evil.tgz"), gzipSync(tar));
    expect((await place.precept("install evil.tgz --into here")).code).toBe(4);
    expect(await lstat(at("here")).catch(() => null)).toBeNull();
  });

  test("of a release that was tampered with exits with 4, and writes nothing", async () => {
    await writeFile(at("knees/releases/log.json"), "{}");
    expect((await place.precept("install knees --into here")).code).toBe(4);
    expect(await lstat(at("here")).catch(() => null)).toBeNull();
  });
});

describe("lock", () => {
  test("keeps which release is meant: that one is installed, and another one not", async () => {
    expect(await place.precept(`lock knees ${keys}`)).toMatchObject({
      code: 0,
      out: expect.stringContaining("knees 1.0.0"),
    });
    expect(JSON.parse(await read("precept.lock"))).toMatchObject({
      schema: "precept/lock/1",
      releases: [{ set: "knees", version: "1.0.0", head: { size: 3 } }],
    });
    await publishAnother();
    const locked = await place.precept(`install knees ${keys} --into here --json`);
    expect(JSON.parse(locked.out)).toMatchObject({ installed: true, version: "1.0.0" });
    expect(await place.precept(`install knees@1.0.1 ${keys} --into there`)).toMatchObject({ code: 4 });
    await place.precept(`lock knees ${keys}`);
    expect(JSON.parse((await place.precept(`install knees ${keys} --into there --json`)).out)).toMatchObject({
      version: "1.0.1",
    });
  });

  test("notices a log that was rewritten since, also where the release is given as a file", async () => {
    await place.precept(`lock knees ${keys}`);
    const locked = await read("precept.lock");
    await writeFile(at("precept.lock"), locked.replace(/"root": "[0-9a-f]{64}"/, `"root": "${"0".repeat(64)}"`));
    expect(await place.precept(`install knees/releases/knees-1.0.0.tgz ${keys} --into here`)).toMatchObject({
      code: 4,
      out: expect.stringContaining("The log was rewritten"),
    });
  });

  test("that is none lets nothing be installed", async () => {
    await writeFile(at("precept.lock"), "knees: 1.0.0\n");
    expect((await place.precept("install knees --into here")).code).toBe(4);
  });
});

describe("keys and log", () => {
  test("tell every other log, where one is not as it was signed here", async () => {
    await place.precept("install knees --into hips");
    await writeFile(at("hips/releases/log.json"), (await read("knees/releases/log.json")).replace("key", "kez"));
    const { code, err } = await place.precept("keys rotate");
    expect([code, err]).toEqual([1, expect.stringMatching(/hips\/releases` was not told/)]);
    expect((await place.precept("log knees")).out).toMatch(/revoked .*: superseded/);
  });

  test("tell of keys that were rotated and revoked, in every log", async () => {
    await place.precept("keys rotate");
    const listed = JSON.parse((await place.precept("keys list --json")).out).keys;
    expect(listed.map(({ revoked }: { revoked: { because: string } | null }) => revoked?.because ?? null)).toEqual([
      "superseded",
      null,
    ]);
    await writeFile(at("keys.json"), (await place.precept("keys jwks")).out);
    expect(await place.precept("log knees --keys keys.json --pin head.json")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/release knees 1\.0\.0.*revoked .*: superseded/s),
    });
    expect((await place.precept(`keys revoke --kid ${listed[0].kid} --because compromised`)).code).toBe(0);
    await writeFile(at("keys.json"), (await place.precept("keys jwks")).out);
    expect(await place.precept(`log knees --keys keys.json --pin ${at("head.json")}`)).toMatchObject({
      code: 0,
      out: expect.stringContaining("The log only grew since its head of"),
    });
    expect((await place.precept("verify knees/releases/knees-1.0.0.tgz --keys keys.json")).code).toBe(0);
    expect((await place.precept("keys revoke --because compromised")).code).toBe(2);
    expect((await place.precept("keys revoke --kid nobody --because compromised")).code).toBe(1);
  });
});
