import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { nearest } from "./nearest.ts";
import type { UsageProblem } from "../exit.ts";

/** What stands at a path given on the command line. */
export type Found =
  | { readonly kind: "file" | "folder"; readonly path: string }
  | { readonly kind: "missing"; readonly problem: UsageProblem };

export async function findPath(folder: string, given: string): Promise<Found> {
  const path = resolve(folder, given);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true) return { kind: "file", path };
  if (found?.isDirectory() === true) return { kind: "folder", path };
  if (found !== null) return { kind: "missing", problem: { message: `\`${given}\` is neither a file nor a folder.` } };
  return { kind: "missing", problem: await missing(path, given) };
}

async function missing(path: string, given: string): Promise<UsageProblem> {
  const siblings = await readdir(dirname(path)).catch(() => []);
  const similar = nearest(basename(path), siblings);
  const message = `There is no file or folder \`${given}\`.`;
  return similar === null ? { message } : { message, hint: `Did you mean \`${join(dirname(given), similar)}\`?` };
}

/** The nearest folder at or above `path` that is a guideline set, or `null`. */
export async function setAbove(path: string): Promise<string | null> {
  const manifest = await stat(join(path, "set.yaml")).catch(() => null);
  if (manifest?.isFile() === true) return path;
  return dirname(path) === path ? null : setAbove(dirname(path));
}
