import { readFile, stat } from "node:fs/promises";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { findPath } from "./paths.ts";

/** The bytes of a file that was named, or what is wrong with naming it. `limit`: of a file that is larger no more is read. */
export async function readBytes(
  terminal: Terminal,
  given: string,
  limit: number,
  what = "file",
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: UsageProblem }> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return { problem: found.problem };
  if (found.kind === "folder") return { problem: { message: `\`${given}\` is a folder, not a ${what}.` } };
  const { size } = await stat(found.path);
  // One byte more than there may be says so to whoever reads them.
  return { bytes: size > limit ? new Uint8Array(limit + 1) : await readFile(found.path) };
}
