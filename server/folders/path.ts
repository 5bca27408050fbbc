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
