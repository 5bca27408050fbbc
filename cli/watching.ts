import { once } from "node:events";
import { resolve } from "node:path";
import { watch } from "chokidar";
import type { Terminal } from "./terminal.ts";

/** Changes below some paths, from when it was made until `close`. */
export interface Changes {
  /** Does the work once after each change, those since the watching began among them, until the person stops the process. */
  readonly follow: (work: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins to watch; what changes from here on is not missed, however soon. */
export async function watchPaths(terminal: Terminal, paths: readonly string[]): Promise<Changes> {
  const watcher = watch(
    paths.map((path) => resolve(terminal.folder, path)),
    { ignoreInitial: true },
  );
  let turn = new Turn(() => Promise.resolve());
  let changed = false;
  watcher.on("all", () => {
    changed = true;
    turn.ask();
  });
  await once(watcher, "ready");
  return {
    follow: async (work) => {
      const stopped = terminal.stop();
      turn = new Turn(work);
      if (changed) turn.ask();
      if (!stopped.aborted) await once(stopped, "abort");
      await turn.settled;
    },
    close: () => watcher.close(),
  };
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
