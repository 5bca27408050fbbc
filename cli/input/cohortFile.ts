import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { CohortFile } from "../../engine/values/cohort/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { findPath } from "./paths.ts";

/** Bytes read from a disk at once. */
const piece = 1 << 20;

const formats: ReadonlyMap<string, CohortFile["format"]> = new Map([
  ["csv", "csv"],
  ["tsv", "csv"],
  ["ndjson", "ndjson"],
  ["jsonl", "ndjson"],
]);

/** The cohort at a path; its name says the format. */
export async function cohortFileAt(terminal: Terminal, given: string): Promise<CohortFile | UsageProblem> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return found.problem;
  const hint = "A cohort is one file: `.csv` a row a case, `.ndjson` a case a line.";
  if (found.kind === "folder") return { message: `\`${given}\` is a folder.`, hint };
  const format = formats.get(given.split(".").at(-1)?.toLowerCase() ?? "");
  if (format === undefined) return { message: `\`${given}\` is no cohort file by its name.`, hint };
  const problem = await readingProblem(found.path);
  if (problem !== null)
    return { message: `\`${given}\` cannot be read (${problem}).`, hint: "See whether this account may read it." };
  return { name: given, format, bytes: () => createReadStream(found.path, { highWaterMark: piece }) };
}

/** The system's word for why not even a byte of a file can be read; `null` when it can. */
async function readingProblem(path: string): Promise<string | null> {
  try {
    await using file = await open(path);
    await file.read(Buffer.alloc(1));
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  }
}
