import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SetFile } from "../../../engine/set/index.ts";
import { releaseOf, today } from "../../server/engines/released.ts";
import { testedNecks } from "../bundle/necks.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");

/** What another person has: the repository in another folder. That the engine is built alike there is a test of its own. */
let clone: string;
beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), "precept clone ü "));
  for (const name of [
    "dsl",
    "engine",
    "server",
    "build/engine",
    "package.json",
    "test/server/engines",
    "test/engine/bundle",
  ])
    await cp(join(root, name), join(clone, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(clone, "node_modules"));
});
afterAll(() => rm(clone, { recursive: true }));

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const edited = (file: SetFile): SetFile => ({ ...file, text: file.text.replace("numbness of a hand", "a numb hand") });

/** SHA-256 of what a process there makes of a set: its first release, and the one after an edit. */
async function publishedElsewhere(): Promise<readonly string[]> {
  const code = `
    import { createHash } from "node:crypto";
    import { testedNecks } from "./test/engine/bundle/necks.ts";
    import { releaseOf, today } from "./test/server/engines/released.ts";
    const files = testedNecks().toReversed();
    const first = await releaseOf(files, await today());
    const edited = ${edited.toString()};
    const second = await releaseOf(files.map(edited), await today(), first);
    const hash = ({ release: { bytes } }) => createHash("sha256").update(bytes).digest("hex");
    process.stdout.write(JSON.stringify([first, second].map(hash)));`;
  const { stdout } = await run(process.execPath, ["--input-type=module-typescript", "--eval", code], {
    cwd: clone,
    env: { PATH: process.env["PATH"], TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
  });
  return JSON.parse(stdout);
}

describe("two clones in two folders, locales and time zones make the same bytes", () => {
  let elsewhere: readonly string[];

  test("made in the other one", async () => {
    elsewhere = await publishedElsewhere();
    expect(new Set(elsewhere).size).toBe(2);
  });

  test("as here", async () => {
    const files = testedNecks();
    const first = await releaseOf(files, await today());
    const second = await releaseOf(files.map(edited), await today(), first);
    expect([first, second].map(({ release: { bytes } }) => hash(bytes))).toEqual(elsewhere);
  });
});
