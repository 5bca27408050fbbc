import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Answer, AnswerMessage, EngineTask, ReadingTask, Task } from "./messages.ts";

/** A case that is not answered by then is given up; ordinary ones take under a millisecond. */
const PATIENCE_MILLISECONDS = 10_000;
const MOST_WORKERS = 8;
const MEGABYTES_OF_ONE = 1024;

/** `lost`: the thread ended, or was ended because this task took too long. */
export type Outcome = Answer | { readonly kind: "lost" };

export interface Pool {
  /** Gives a task to the thread of engines that has least to do; `on`: to this one. */
  readonly run: (task: EngineTask, on?: number) => Promise<{ readonly answer: Outcome; readonly by: number }>;
  /** Gives a task to the one thread that runs the engine of today alone. */
  readonly read: (task: ReadingTask) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** Threads are started when they are first needed. */
export function createPool(threads: number = Math.min(MOST_WORKERS, availableParallelism())): Pool {
  const all = Array.from({ length: threads }, () => new Thread("engineThread.ts"));
  const reading = new Thread("readingThread.ts");
  return {
    run: async (task, on) => {
      const by = on ?? leastBusy(all);
      return { answer: (await all[by]?.run(task)) ?? { kind: "lost" }, by };
    },
    read: (task) => reading.run(task),
    close: async () => void (await Promise.all([...all, reading].map((thread) => thread.end()))),
  };
}

function leastBusy(threads: readonly Thread[]): number {
  let least = 0;
  for (const [index, { load }] of threads.entries()) if (load < (threads[least]?.load ?? 0)) least = index;
  return least;
}

interface Pending {
  readonly task: Task;
  readonly resolve: (answer: Outcome) => void;
}

/** One thread and what it was given, in the order it answers. One that ends is started again with what it had left. */
class Thread {
  readonly #script: string;
  #worker: Worker | null = null;
  #watch: NodeJS.Timeout | null = null;
  #next = 0;
  readonly #pending = new Map<number, Pending>();

  constructor(script: string) {
    this.#script = script;
  }

  get load(): number {
    return this.#pending.size;
  }

  run(task: Task): Promise<Outcome> {
    return new Promise((resolve) => this.#give({ task, resolve }));
  }

  async end(): Promise<void> {
    this.#stopWatching();
    const worker = this.#worker;
    this.#worker = null;
    for (const { resolve } of this.#pending.values()) resolve({ kind: "lost" });
    this.#pending.clear();
    await worker?.terminate();
  }

  #give(pending: Pending): void {
    this.#next += 1;
    this.#pending.set(this.#next, pending);
    this.#started().postMessage({ id: this.#next, task: pending.task }, []);
    if (this.#watch === null) this.#startWatching();
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(this.#script, import.meta.url), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_OF_ONE },
    });
    // What a thread says of its end may quote a case; that it ended is known from `exit`.
    worker.on("error", () => undefined);
    worker.on("message", (message: AnswerMessage) => this.#answered(message));
    worker.on("exit", () => this.#lost(worker));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #answered({ id, answer }: AnswerMessage): void {
    this.#pending.get(id)?.resolve(answer);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#stopWatching();
    else this.#watch?.refresh();
  }

  #startWatching(): void {
    this.#watch = setTimeout(() => void this.#worker?.terminate(), PATIENCE_MILLISECONDS).unref();
  }

  #stopWatching(): void {
    if (this.#watch !== null) clearTimeout(this.#watch);
    this.#watch = null;
  }

  /** The first task is the one it was at; the others never began. */
  #lost(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#stopWatching();
    const [first, ...others] = this.#pending.values();
    this.#pending.clear();
    first?.resolve({ kind: "lost" });
    for (const other of others) this.#give(other);
  }
}
