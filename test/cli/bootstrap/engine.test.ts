import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ask } from "./ask.ts";

const root = join(import.meta.dirname, "../../..");

/** The engine as it is built from a copy of the sources in another folder. */
async function builtElsewhere(environment: Readonly<Record<string, string>>): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "precept engine ü "));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of [
    "dsl",
    "engine",
    "cli/bootstrap",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
  ])
    await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const build = [join(folder, "cli/bootstrap/build.mjs"), "engine"];
  const { status, stderr } = spawnSync(process.execPath, build, { env: { ...process.env, ...environment } });
  expect({ status, stderr: stderr.toString() }).toMatchObject({ status: 0 });
  return readFile(join(folder, "build/engine/engine.js"));
}

/** Of the sources: an edition that words changelogs otherwise is another engine, so that releases of this one stay as they were made. */
const madeOf = () => ask("fingerprint.mjs", `m.fingerprint(${JSON.stringify(root)}, ["dsl", "engine"])`);

const engine = () => readFile(join(root, "build/engine/engine.js"));

test("the engine is the same bytes from any folder, locale and time zone", async () => {
  const elsewhere = await builtElsewhere({ TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" });
  expect(elsewhere.equals(await engine())).toBe(true);
});

test("it names the sources that wrote the rest of a release, which are not in it", async () => {
  const text = (await engine()).toString();
  expect(text).not.toContain("It may decide otherwise");
  expect(/\n\/\/ made of (\S+)\n$/.exec(text)?.[1]).toBe(madeOf());
});

test("it rests on no other module, and no folder is in it", async () => {
  const text = (await engine()).toString();
  expect(text).not.toMatch(/(?:^|[;}\n])import\b|\bimport\(|\brequire\(/);
  expect(text).not.toContain(root);
  expect(text.length).toBeLessThan(1_500_000);
});
