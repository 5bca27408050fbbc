import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Texts } from "./rule.ts";

export const root: string = join(import.meta.dirname, "..", "..");

/** Made by tools or not ours; the same as in .gitignore. */
const passedOver = new Set([".git", "node_modules", "build", "dist", "coverage", ".precept"]);
const isText = /\.(ts|tsx|mjs|md|json|ya?ml|html|css|guideline|sh)$|(^|\/)\.[a-z]+$|^\.ci\//;

/** Every file of the repository, by path; of one that is no text, only its name counts. */
export function readRepository(): Texts {
  return Object.fromEntries(filesUnder("").map((path) => [path, isText.test(path) ? textOf(path) : ""]));
}

const textOf = (path: string) => readFileSync(join(root, path), "utf8");

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (passedOver.has(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
