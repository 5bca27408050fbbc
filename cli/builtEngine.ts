import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const build = fileURLToPath(new URL("./bootstrap/build.mjs", import.meta.url));

let building: Promise<string | null> | null = null;

/**
 * Sees to it that the engine that releases carry is built from the sources as they are, once a process. `null`, or what is wrong as
 * a sentence.
 */
export function builtEngine(): Promise<string | null> {
  building ??= promisify(execFile)(process.execPath, [build, "engine"]).then(
    () => null,
    () => "The engine that releases carry could not be built: `node cli/bootstrap/build.mjs engine` says why.",
  );
  return building;
}
