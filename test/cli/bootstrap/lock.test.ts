import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "../../../cli/bootstrap");

/** Runs an expression over a module of the bootstrap, which is plain JavaScript outside the types of the tests. */
function ask(module: string, expression: string): unknown {
  const code = `import * as m from ${JSON.stringify(join(folder, module))}; console.log(JSON.stringify(${expression}));`;
  return JSON.parse(spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).stdout);
}

describe("the lock file is completed", () => {
  it("reads the platform from a package's name", () => {
    const names = [
      "@biomejs/cli-darwin-x64",
      "@oxlint/binding-linux-arm-gnueabihf",
      "@a/b-linux-arm64-musl",
      "fsevents",
    ];
    expect(ask("completeLock.mjs", `${JSON.stringify(names)}.map(m.platformOf)`)).toEqual([
      { os: ["darwin"], cpu: ["x64"] },
      { os: ["linux"], cpu: ["arm"], libc: ["glibc"] },
      { os: ["linux"], cpu: ["arm64"], libc: ["musl"] },
      {},
    ]);
  });

  it("adds what is missing and leaves what is there", () => {
    const lock = {
      packages: {
        "": { name: "p" },
        "node_modules/a": { optionalDependencies: { "a-linux-x64": "1.0.0", "a-win32-x64": "1.0.0" } },
        "node_modules/a-linux-x64": { version: "1.0.0", integrity: "sha512-x" },
      },
    };
    expect(ask("completeLock.mjs", `m.completeLock(${JSON.stringify(lock)}).packages`)).toMatchObject({
      ...lock.packages,
      "node_modules/a-win32-x64": { version: "1.0.0", optional: true, os: ["win32"], cpu: ["x64"] },
    });
  });
});

describe("a failed installation says what to do", () => {
  it.each([
    [1, "npm error code EAI_AGAIN", /network/],
    [127, "spawn npm ENOENT", /install it/],
    [1, "npm error code ENOSPC", /disk is full/],
    [1, "can only install packages when your package.json and package-lock.json are in sync", /npm run lock/],
  ])("exit code %i with %j", (code, output, advice) => {
    const said = ask("install.mjs", `m.explainFailure(${code}, ${JSON.stringify(output)})`);
    expect(said).toMatch(advice);
    expect(said).toContain(output);
  });
});
