import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { scheduler } from "node:timers/promises";

const main = join(import.meta.dirname, "../../../../cli/main.ts");
const ender = join(import.meta.dirname, "endItself.ts");

/** Where a real server keeps what it keeps, and the port it is known by. */
export interface Place {
  readonly folder: string;
  readonly port: number;
  /** `DATABASE_URL`, for PostgreSQL. */
  readonly environment: Readonly<Record<string, string>>;
}

export const urlOf = ({ port }: Place): string => `http://127.0.0.1:${port}`;

export interface Running {
  /** Resolves once it answers; throws `NotStarted` where it never does. */
  readonly listens: () => Promise<void>;
  /** As if the power went, for this process. */
  readonly kill: () => void;
  /** Asks it to stop. */
  readonly stop: () => void;
  /** With what it ended: its exit code, or `null` where it was killed. */
  readonly ended: Promise<number | null>;
  /** What it has written. */
  readonly written: () => string;
}

/** The process ended before it listened. */
export class NotStarted extends Error {}

/** The command line in a process of its own. `endItself`: where the process kills itself, as `endItself.ts` reads it. */
export function launch(place: Place, endItself = ""): Running {
  const { folder, port, environment } = place;
  const url = urlOf(place);
  const loaded = endItself === "" ? [] : ["--import", ender];
  const given = ["serve", "--team", "--address", url, "--port", String(port), "--guidelines", folder];
  const child = spawn(process.execPath, [...loaded, main, ...given], {
    env: { ...process.env, ...environment, END_ITSELF: endItself },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const read = (text: Buffer) => {
    written += String(text);
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const ended = once(child, "exit").then(([code]: unknown[]) => (typeof code === "number" ? code : null));
  const over = ended.then((code) => {
    throw new NotStarted(`the server did not start (${code}): ${written}`);
  });
  over.catch(() => undefined);
  return {
    listens: () => Promise.race([over, listening(url)]),
    kill: () => void child.kill("SIGKILL"),
    stop: () => void child.kill("SIGTERM"),
    ended,
    written: () => written,
  };
}

/** Starts a server and waits until it listens. */
export async function start(place: Place, endItself = ""): Promise<Running> {
  const running = launch(place, endItself);
  await running.listens();
  return running;
}

async function listening(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok === true) return;
    await scheduler.wait(20);
  }
}
