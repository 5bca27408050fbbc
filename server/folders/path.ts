import { type FileKind, kindOf, setPathProblem } from "../../engine/release/index.ts";
import { done, type Result, refuse } from "./result.ts";

/** A path within a set that may be written: one of the kinds a set holds, every part of it safe on every system. */
export function writablePath(path: string): Result<{ path: string; kind: FileKind }> {
  const problem = setPathProblem(path);
  const kind = kindOf(path);
  if (problem !== null || kind === null) {
    return refuse({ kind: "bad path", detail: `This path cannot be written. ${problem ?? ""}`.trim() });
  }
  return done({ path, kind });
}

/** Names that are one file on some systems, spelled alike: without the difference of case and of compatible characters. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/**
 * Pairs of paths that cannot stand in one folder on every system: they differ only in case, or one names as a file what the
 * other names as a folder. The later of the two is second.
 */
export function collisions(paths: readonly string[]): readonly (readonly [string, string])[] {
  const seen = new Map<string, { readonly spelled: string; readonly path: string }>();
  return paths.flatMap((path) =>
    partsOf(path).flatMap(({ key, spelled }) => {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, { spelled, path });
      return before === undefined || before.spelled === spelled ? [] : [[before.path, path] as const];
    }),
  );
}

/** The folders that a path leads through, and the path itself; folders end in `/`. */
function partsOf(path: string): readonly { readonly key: string; readonly spelled: string }[] {
  const ends = [...path.matchAll(/\//g)].map(({ index }) => index);
  const spelled = [...ends.map((end) => path.slice(0, end + 1)), path];
  return spelled.map((part) => ({ key: foldName(part.replace(/\/$/, "")), spelled: part }));
}
