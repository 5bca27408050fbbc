import { FILE_LIMIT, MADE_LIMIT } from "./limits.ts";
import { SET_FOLDER } from "./manifest.ts";
import { setPathProblem } from "./setPath.ts";

/** Stands first in every archive. */
export const MANIFEST = "manifest.json";

/** The engine of the day. */
export const ENGINE = "engine.js";

const made: ReadonlySet<string> = new Set([
  ".index.json",
  "CHANGELOG.md",
  "comparison.json",
  "coverage.json",
  ENGINE,
  "index.d.ts",
  "index.js",
  "package.json",
  "policy.html",
  "proofs.json",
]);

const resource = /^(?:Library|PlanDefinition)-[A-Za-z0-9.-]{1,64}\.json$/;

/** What is wrong with a path as that of a file in a release, as a sentence; `null` when it belongs there and is safe. */
export function releasePathProblem(path: string): string | null {
  if (path.startsWith(SET_FOLDER)) return setPathProblem(path.slice(SET_FOLDER.length));
  return made.has(path) || resource.test(path) ? null : "Nothing of that name is made for a release.";
}

/** The most bytes that the file of a path may have. */
export function limitOf(path: string): number {
  return path.startsWith(SET_FOLDER) ? FILE_LIMIT : MADE_LIMIT;
}
