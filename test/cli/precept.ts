import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExitCode } from "../../cli/exit.ts";
import { run } from "../../cli/run.ts";
import type { Terminal } from "../../cli/terminal.ts";
import { type Files, writeFiles } from "../server/served.ts";

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with the given files, and `precept` run in it without a process. */
export interface Workplace {
  readonly folder: string;
  readonly precept: (line: string, input?: string | Uint8Array) => Promise<Ran>;
  readonly leave: () => Promise<void>;
}

export async function workplace(files: Files): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "precept-cli-"));
  await writeFiles(folder, files);
  return {
    folder,
    precept: (line, input) => preceptIn(folder, line, input),
    leave: () => rm(folder, { recursive: true }),
  };
}

/** Runs one command line; parameters are separated by spaces. */
export async function preceptIn(folder: string, line: string, input: string | Uint8Array = ""): Promise<Ran> {
  const written: { out: (string | Uint8Array)[]; err: string[] } = { out: [], err: [] };
  const terminal: Terminal = {
    out: (text) => void written.out.push(text),
    err: (text) => void written.err.push(text),
    colour: false,
    screen: false,
    width: 100,
    folder,
    stdin: () => Promise.resolve(Buffer.from(input)),
    stop: () => AbortSignal.abort(),
  };
  const code = await run(
    line.split(" ").filter((part) => part !== ""),
    terminal,
  );
  return {
    code,
    out: Buffer.concat(written.out.map((part) => Buffer.from(part))).toString(),
    err: written.err.join(""),
  };
}
