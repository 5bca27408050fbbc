import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseSync } from "vite";
import type { Figure } from "./harness/index.ts";

const built = join(import.meta.dirname, "..", "..", "build", "studio");
const bar = 250;

/**
 * The scripts and styles that the browser loads before the studio is usable: those that index.html names, and all they
 * import at once (not what they import when it is needed, such as Monaco). Paths from the top of build/studio.
 */
export async function shellFiles(folder: string): Promise<readonly string[]> {
  const page = await readFile(join(folder, "index.html"), "utf8");
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
    ([, path = ""]) => path,
  );
  const found = new Set(named);
  for (const path of found) for (const next of await importedBy(folder, path)) found.add(next);
  return [...found];
}

async function importedBy(folder: string, path: string): Promise<readonly string[]> {
  if (!path.endsWith(".js")) return [];
  const { staticImports, staticExports } = parseSync(path, await readFile(join(folder, path), "utf8")).module;
  const handedOn = staticExports.flatMap(({ entries }) =>
    entries.map(({ moduleRequest }) => moduleRequest?.value ?? ""),
  );
  const specifiers = [...staticImports.map(({ moduleRequest }) => moduleRequest.value), ...handedOn];
  return specifiers.filter((specifier) => specifier.startsWith(".")).map((specifier) => join(path, "..", specifier));
}

export async function bench(): Promise<readonly Figure[]> {
  const files = await shellFiles(built);
  const sizes = await Promise.all(files.map(async (path) => gzipSync(await readFile(join(built, path))).length));
  const value = sizes.reduce((total, size) => total + size, 0) / 1000;
  return [{ name: "shell-size", value, unit: "kB gzip", ratio: value / bar, against: `the bar of ${bar} kB` }];
}
