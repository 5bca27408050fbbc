import { buffer } from "node:stream/consumers";
import { exit } from "./exit.ts";
import { harmless } from "./harmless.ts";

/** What a command may touch of the process around it. Results go to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** Whether `out` is shown by something that understands colours, and the person has not asked for none. */
  readonly colour: boolean;
  /** Whether `out` is a screen, which binary data would only garble. */
  readonly screen: boolean;
  /** Columns of `out`. */
  readonly width: number;
  /** The environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative paths are relative to it. */
  readonly folder: string;
  readonly stdin: () => Promise<Uint8Array>;
  /** Aborted when the person or the system asks the process to stop. */
  readonly stop: () => AbortSignal;
}

const WIDTH = 100;

export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  stdout.on("error", endWhenUnwritable);
  return {
    out: writerTo(stdout),
    err: writerTo(stderr),
    colour: wantsColour(env, stdout.isTTY),
    screen: stdout.isTTY,
    width: Math.min(stdout.columns ?? WIDTH, WIDTH),
    environment: env,
    folder: process.cwd(),
    stdin: () => buffer(stdin),
    stop: onceStopped,
  };
}

/** A file or another program gets exactly what is written; a screen only what cannot harm it. */
function writerTo(stream: NodeJS.WriteStream): (text: string | Uint8Array) => void {
  return (text) => void stream.write(stream.isTTY && typeof text === "string" ? harmless(text) : text);
}

/** `NO_COLOR` beats everything (no-color.org); `FORCE_COLOR` beats the absence of a terminal. */
function wantsColour(env: NodeJS.ProcessEnv, isTTY: boolean): boolean {
  if (env["NO_COLOR"]) return false;
  return env["FORCE_COLOR"] ? env["FORCE_COLOR"] !== "0" : isTTY && env["TERM"] !== "dumb";
}

/** `precept ... | head` closes the pipe early, which is no failure; a full disk is one, and not a bug. */
function endWhenUnwritable(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`precept: the output could not be written (${error.code ?? error.name}).\n`);
  process.exit(exit.usage);
}

function onceStopped(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
