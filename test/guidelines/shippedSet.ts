import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SetFile } from "../../engine/set/index.ts";

const shipped = join(import.meta.dirname, "../../guidelines");

/** The names of the guideline sets that ship with the product. */
export const shippedSets: readonly string[] = readdirSync(shipped, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** The files of a shipped set, as `readSet` takes them. */
export function filesOf(set: string): readonly SetFile[] {
  const folder = join(shipped, set);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:yaml|guideline)$/.test(path))
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(folder, path), "utf8") }));
}
