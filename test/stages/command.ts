import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { type Stage, single } from "./stage.ts";

export const root: string = join(import.meta.dirname, "..", "..");

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules/.bin (or of the system) in the repository, with its output kept. */
export function run(command: string, parameters: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(command, parameters, { cwd: root, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8").trim() }));
  });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter) };
}

/** A stage that is one command: it passes when the command exits with 0. */
export function commandStage(name: string, command: string, ...parameters: readonly string[]): Stage {
  return { name, run: async () => single(failureOf(command, await run(command, parameters))) };
}

function failureOf(command: string, { code, output }: Ended): string | null {
  return code === 0 ? null : output || `${command} ended with exit code ${code} and said nothing`;
}
