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

/** A command that has begun and goes on until it is stopped. */
export interface Running {
  /** Settles as soon as the text has been written, to standard output or standard error. */
  readonly printed: (text: RegExp) => Promise<void>;
  readonly stop: () => void;
  readonly code: Promise<ExitCode>;
}

/** A folder of its own with the given files, and `precept` run in it without a process. */
export interface Workplace {
  readonly folder: string;
  readonly precept: (line: string, input?: string | Uint8Array) => Promise<Ran>;
  readonly start: (line: string) => Running;
  readonly leave: () => Promise<void>;
}

export async function workplace(files: Files): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "precept-cli-"));
  await writeFiles(folder, files);
  return {
    folder,
    precept: (line, input) => preceptIn(folder, line, input),
    start: (line) => startIn(folder, line),
    leave: () => rm(folder, { recursive: true }),
  };
}

/** Runs one command line to its end; parameters are separated by spaces. */
export async function preceptIn(
  folder: string,
  line: string,
  input: string | Uint8Array = "",
  environment: Terminal["environment"] = {},
): Promise<Ran> {
  const out: Buffer[] = [];
  const err: string[] = [];
  const code = await run(parametersOf(line), {
    ...quietTerminal(folder),
    environment,
    out: (text) => void out.push(Buffer.from(text)),
    err: (text) => void err.push(text),
    stdin: () => Promise.resolve(Buffer.from(input)),
  });
  return { code, out: Buffer.concat(out).toString(), err: err.join("") };
}

function startIn(folder: string, line: string): Running {
  const stopping = new AbortController();
  const waiting = new Set<() => void>();
  let written = "";
  const write = (text: string | Uint8Array) => {
    written += Buffer.from(text).toString();
    for (const look of waiting) look();
  };
  const terminal = { ...quietTerminal(folder), out: write, err: write, stop: () => stopping.signal };
  const printed = (text: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (text.test(written)) resolve();
      };
      waiting.add(look);
      look();
    });
  return { printed, stop: () => stopping.abort(), code: run(parametersOf(line), terminal) };
}

function parametersOf(line: string): readonly string[] {
  return line.split(" ").filter((part) => part !== "");
}

function quietTerminal(folder: string): Terminal {
  return {
    out: () => undefined,
    err: () => undefined,
    colour: false,
    screen: false,
    width: 100,
    environment: {},
    folder,
    stdin: () => Promise.resolve(new Uint8Array()),
    stop: () => AbortSignal.abort(),
  };
}
