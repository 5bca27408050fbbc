import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { verifyRelease } from "../../../engine/release/index.ts";
import { candidate, publishing, released } from "./candidate.ts";

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the archive", () => {
  test("is the same whatever order the files were found in", async () => {
    const forwards = await released(candidate(), []);
    const backwards = await released(candidate({ files: candidate().files.toReversed() }), []);
    expect(hash(backwards.bytes)).toBe(hash(forwards.bytes));
  });

  test("is a tar that other tools read, manifest first", async () => {
    const { bytes } = await released(candidate(), []);
    const listed = execFileSync("tar", ["-tf", "-"], {
      input: gunzipSync(bytes),
      env: { LC_ALL: "C.UTF-8", PATH: "/usr/bin:/bin" },
    });
    expect(listed.toString().split("\n")[0]).toBe("package/manifest.json");
    expect(listed.toString().trim().split("\n")).toHaveLength(17);
  });

  test("is called after its set, and after no other", async () => {
    const names = ["a-b", "@a/b", "@a-b/c", "@a/b-c", "a-b-c"];
    const made = await Promise.all(names.map((name) => released(candidate({ name }), [])));
    expect(made.map(({ file }) => file)).toEqual([
      "a-b-1.0.0.tgz",
      "a+b-1.0.0.tgz",
      "a-b+c-1.0.0.tgz",
      "a+b-c-1.0.0.tgz",
      "a-b-c-1.0.0.tgz",
    ]);
    for (const name of ["a+b", "@a+b/c", "a/b", "@a/b/c", "@/a"])
      expect(await publishing(candidate({ name }), [])).toMatchObject({ kind: "refused" });
  });

  test("holds the hash of every file, in code unit order", async () => {
    const { manifest } = await released(candidate(), []);
    expect(manifest.files.map((file) => file.path)).toEqual([
      ".index.json",
      "CHANGELOG.md",
      "Library-necks.json",
      "PlanDefinition-neck.json",
      "comparison.json",
      "coverage.json",
      "engine.js",
      "index.d.ts",
      "index.js",
      "package.json",
      "policy.html",
      "proofs.json",
      "set/cases/Zebra.yaml",
      "set/cases/straße.yaml",
      "set/neck.guideline",
      "set/set.yaml",
    ]);
    expect(manifest.files.at(-1)).toEqual({
      path: "set/set.yaml",
      bytes: 13,
      sha256: hash(new TextEncoder().encode("title: Necks\n")),
    });
  });

  test("keeps long paths", async () => {
    const path = `cases/${"ö".repeat(55)}.yaml`;
    const release = await released(candidate({ files: [...candidate().files, { path, text: "case: long\n" }] }), []);
    const verified = await verifyRelease(release.bytes);
    expect(verified.ok && verified.files.map((file) => file.path)).toContain(`set/${path}`);
  });
});

describe("the version", () => {
  test("is 1.0.0 first", async () => {
    const { manifest, file } = await released(candidate(), []);
    expect(manifest).toMatchObject({ version: "1.0.0", bump: "first", previous: null });
    expect(file).toBe("necks-1.0.0.tgz");
  });

  test("is a patch when only the words changed and the meaning did not", async () => {
    const first = await released(candidate(), []);
    const files = candidate().files.map((file) => ({ ...file, text: `${file.text}# a remark\n` }));
    const second = await released(candidate({ files }), [first.manifest]);
    expect(second.manifest).toMatchObject({
      version: "1.0.1",
      bump: "patch",
      previous: { version: "1.0.0", digest: first.digest },
    });
  });

  test("is major when the meaning changed, counted from the latest", async () => {
    const first = await released(candidate(), []);
    const files = [...candidate().files, { path: "arm.guideline", text: 'guideline "Arm"\n' }];
    const second = await released(candidate({ files, meaning: [{ kind: "service", meaning: "another" }] }), [
      first.manifest,
    ]);
    const third = await released(candidate(), [second.manifest, first.manifest]);
    expect([second.manifest.version, third.manifest.version]).toEqual(["2.0.0", "3.0.0"]);
    expect(third.manifest.previous?.version).toBe("2.0.0");
  });

  test("is not raised without a change", async () => {
    const first = await released(candidate(), []);
    const again = await publishing(candidate(), [first.manifest]);
    expect(again).toEqual({ kind: "nothing new", latest: first.manifest });
  });
});

describe("a set is refused", () => {
  test("with every objection, even when nothing changed", async () => {
    const first = await released(candidate(), []);
    const objection = {
      kind: "failing case",
      case: "A",
      path: "cases/a.yaml",
      expected: "upheld",
      actual: "overturned",
    } as const;
    const made = await publishing(candidate({ objections: [objection] }), [first.manifest]);
    expect(made).toEqual({ kind: "refused", objections: [objection] });
  });

  test.each([
    ["a name that leads elsewhere", { name: "../necks" }],
    ["no manifest", { files: [{ path: "neck.guideline", text: "" }] }],
    ["a file that is none of a set", { files: [...candidate().files, { path: "notes.exe", text: "" }] }],
  ])("with %s", async (_, changes) => {
    expect(await publishing(candidate(changes), [])).toMatchObject({
      kind: "refused",
      objections: [{ kind: "set" }],
    });
  });
});
