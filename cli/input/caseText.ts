import { decodeText, readTextFile } from "../../server/folders/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { findPath } from "./paths.ts";

/** A case as it was named: a file, or standard input. */
export interface CaseText {
  /** Absolute, `null` for standard input. */
  readonly path: string | null;
  readonly shown: string;
  readonly text: string;
}

/** `-` is standard input. */
export async function readCaseText(terminal: Terminal, given: string): Promise<CaseText | UsageProblem> {
  if (given === "-") {
    const { text, problem } = decodeText(await terminal.stdin());
    return text === null ? { message: problem } : { path: null, shown: "<stdin>", text };
  }
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return found.problem;
  if (found.kind === "folder") return { message: `\`${given}\` is a folder.`, hint: "Name one case file." };
  const { text, problem } = await readTextFile(found.path);
  return text === null ? { message: `\`${given}\`: ${problem}` } : { path: found.path, shown: given, text };
}
