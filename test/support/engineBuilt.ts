import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Before any test: the engine that releases carry is built, so that tests that run side by side find the same one. */
export function setup(): void {
  const build = join(import.meta.dirname, "../../cli/bootstrap/build.mjs");
  const { status, stderr } = spawnSync(process.execPath, [build, "engine"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
