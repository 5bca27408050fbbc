import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "./ask.ts";

let folder = "";
const fingerprint = () => ask("fingerprint.mjs", `m.fingerprint(${JSON.stringify(folder)}, ["a", "b.ts", "missing"])`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "precept-fingerprint-"));
  mkdirSync(join(folder, "a", "inner"), { recursive: true });
  writeFileSync(join(folder, "a", "inner", "one.ts"), "1");
  writeFileSync(join(folder, "b.ts"), "2");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("a fingerprint of files", () => {
  it("is the same while the files are the same", () => {
    expect(fingerprint()).toBe(fingerprint());
  });

  it.each([
    ["a file changes", () => writeFileSync(join(folder, "b.ts"), "3")],
    ["a file comes", () => writeFileSync(join(folder, "a", "two.ts"), "")],
    ["a file goes", () => rmSync(join(folder, "b.ts"))],
    ["a file has a new name", () => renameSync(join(folder, "a/inner/one.ts"), join(folder, "a/inner/two.ts"))],
  ])("is another when %s", (_, change) => {
    const before = fingerprint();
    change();
    expect(fingerprint()).not.toBe(before);
  });

  it("does not see what lies beside the files it is asked about", () => {
    const before = fingerprint();
    writeFileSync(join(folder, "c.ts"), "");
    expect(fingerprint()).toBe(before);
  });
});
