import { availableParallelism } from "node:os";
import type { EngineTask, ReadingTask } from "./messages.ts";
import type { Outcome } from "./thread.ts";
import { type Given, Threads } from "./threads.ts";

/** A task that is not answered by then is given up; ordinary ones take about a millisecond. */
const PATIENCE_MILLISECONDS = 10_000;
const MOST_WORKERS = 8;
const READERS = 2;

export interface Pool {
  /** Gives a task to one of the threads that run the engines of releases. */
  readonly run: (task: EngineTask, given?: Given) => Promise<{ readonly answer: Outcome; readonly by: number }>;
  /** Gives a task to one of the threads that run the engine of today alone. */
  readonly read: (task: ReadingTask, person?: string) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** `threads`: how many run engines. */
export function createPool(
  threads: number = Math.min(MOST_WORKERS, Math.max(2, availableParallelism())),
  patience: number = PATIENCE_MILLISECONDS,
): Pool {
  const engines = new Threads("engineThread.ts", threads, patience);
  const readers = new Threads("readingThread.ts", READERS, patience);
  return {
    run: (task, given) => engines.run(task, given),
    read: async (task, person) => (await readers.run(task, { person })).answer,
    close: async () => void (await Promise.all([engines.end(), readers.end()])),
  };
}
