import { stat, watch } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Terminal } from "./terminal.ts";

/** Does the work once after each change below the paths, until the person stops the process. */
export async function onEachChange(
  terminal: Terminal,
  paths: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const turn = new Turn(work);
  const signal = terminal.stop();
  await Promise.all(paths.map((path) => watchPath(resolve(terminal.folder, path), signal, turn)));
  await turn.settled;
}

/** Work that is asked for while it runs is done once more afterwards, however often it was asked for. */
class Turn {
  readonly #work: () => Promise<void>;
  #running: Promise<void> = Promise.resolve();
  #waiting = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  get settled(): Promise<void> {
    return this.#running;
  }

  ask(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#running = this.#running.then(() => {
      this.#waiting = false;
      return this.#work();
    });
  }
}

/** Of a file its folder: many editors save by putting another file in its place, which ends the watching of a file. */
async function watchable(path: string): Promise<string> {
  return (await stat(path)).isDirectory() ? path : dirname(path);
}

async function watchPath(path: string, signal: AbortSignal, turn: Turn): Promise<void> {
  try {
    for await (const _ of watch(await watchable(path), { recursive: true, signal })) turn.ask();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
