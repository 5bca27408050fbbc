import { describe, expect, it } from "vitest";
import { ask } from "./ask.ts";

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
