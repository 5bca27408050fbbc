import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/**
 * A file that holds a source and all that is said of it, so that a reviewer judges both together:
 *
 * ```
 * guideline "Neck"
 * ...
 * ----- says
 * E0203: there is no fact named ...
 * ```
 */
export interface Golden {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly expected: string;
}

const rule = /^-{5} [\w ]+\n/m;

/** The golden files (`*.txt`, `*.md`) of a folder, by name; a folder without any is a mistake. */
export function goldenFiles(folder: string): readonly Golden[] {
  const names = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name));
  if (names.length === 0) throw new Error(`no golden files in ${folder}`);
  return names.toSorted().map((name) => parseGolden(join(folder, name), readFileSync(join(folder, name), "utf8")));
}

export function parseGolden(path: string, text: string): Golden {
  const found = rule.exec(text);
  const name = path
    .replace(/^.*\//, "")
    .replace(/\.\w+$/, "")
    .replaceAll("-", " ");
  if (found === null) return { name, path, source: text, expected: "" };
  return { name, path, source: text.slice(0, found.index), expected: text.slice(found.index + found[0].length) };
}

/**
 * Checks what is said now against what the file holds. With `UPDATE_GOLDEN=1` the file is rewritten instead; read the
 * difference before committing it.
 */
export function checkGolden(golden: Golden, actual: string): void {
  if (process.env["UPDATE_GOLDEN"] === "1") rewrite(golden, actual);
  else expect(actual, `${golden.path} (UPDATE_GOLDEN=1 rewrites it)`).toBe(golden.expected);
}

function rewrite({ path, source }: Golden, actual: string): void {
  const title = rule.exec(readFileSync(path, "utf8"))?.[0] ?? "----- says\n";
  writeFileSync(path, `${source.replace(/\n?$/, "\n")}${title}${actual}`);
}
