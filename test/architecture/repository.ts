import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Texts } from "./rule.ts";

export const root: string = join(import.meta.dirname, "..", "..");

/** Made by tools or not ours; the same as in .gitignore. */
const passedOver = new Set([".git", "node_modules", "build", "dist", "coverage", ".precept"]);
const isText = /\.(ts|tsx|mjs|md|json|ya?ml|html|css|guideline|sh)$|(^|\/)\.[a-z]+$|^\.ci\//;

/** Every text file of the repository, by path. */
export function readRepository(): Texts {
  const paths = filesUnder("").filter((path) => isText.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (passedOver.has(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
