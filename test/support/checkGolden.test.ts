import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkGolden, goldenFiles } from "./index.ts";

const text = "fact a\n----- says\nE0101: no\n----- 2 more\n";
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "precept-golden-"));
  writeFileSync(join(folder, "a-bad-name.txt"), text);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("golden files", () => {
  it("hold the source before the first ruled line and what is said after it", () => {
    expect(goldenFiles(folder)).toEqual([
      {
        name: "a bad name",
        path: join(folder, "a-bad-name.txt"),
        source: "fact a\n",
        expected: "E0101: no\n----- 2 more\n",
      },
    ]);
  });

  it("fail when something else is said, and are left as they are", () => {
    vi.stubEnv("UPDATE_GOLDEN", "");
    const [golden] = goldenFiles(folder);
    expect(() => golden && checkGolden(golden, "E0102: no\n")).toThrow("UPDATE_GOLDEN=1");
    expect(readFileSync(join(folder, "a-bad-name.txt"), "utf8")).toBe(text);
  });

  it("are rewritten only when asked for", () => {
    vi.stubEnv("UPDATE_GOLDEN", "1");
    for (const golden of goldenFiles(folder)) checkGolden(golden, "E0102: no\n");
    expect(readFileSync(join(folder, "a-bad-name.txt"), "utf8")).toBe("fact a\n----- says\nE0102: no\n");
  });

  it("must be there at all", () => {
    rmSync(join(folder, "a-bad-name.txt"));
    expect(() => goldenFiles(folder)).toThrow("no golden files");
  });
});
