import { Worker } from "node:worker_threads";
import type { Answer, AnswerMessage, Task } from "./messages.ts";

/** Starting a thread and opening a release take long where much else is done, and are nobody's case: they are given up later. */
const START_MILLISECONDS = 60_000;
const SLOW_MILLISECONDS = 250;
const MEGABYTES_OF_ONE = 1024;

/** `lost`: the thread ended, or was ended because this task took too long. */
export type Outcome = Answer | { readonly kind: "lost" };

export interface Job {
  readonly task: Task;
  /** Who it is for; empty: nobody in particular. */
  readonly person: string;
  /** Whether it is for this thread only. */
  readonly isPinned: boolean;
  readonly answered: (answer: Outcome, by: Thread) => void;
}

/** Told what a thread has time for. */
export interface Foreman {
  /** It has answered, and may be given more. */
  readonly isFree: () => void;
  /** It ended before it began these. */
  readonly returned: (jobs: readonly Job[]) => void;
}

/** One thread and what it was given, which it does one after the other: where it ends, the first of them is to blame. */
export class Thread {
  readonly #script: string;
  readonly #foreman: Foreman;
  readonly #patience: number;
  #worker: Worker | null = null;
  #watch: NodeJS.Timeout | null = null;
  #began = Number.POSITIVE_INFINITY;
  #isReady = false;
  #next = 0;
  readonly #given = new Map<number, Job>();

  /** `patience`: milliseconds after which a job is given up, and the thread with it. */
  constructor(script: string, foreman: Foreman, patience: number) {
    this.#script = script;
    this.#foreman = foreman;
    this.#patience = patience;
  }

  get load(): number {
    return this.#given.size;
  }

  /** When it began the first of what it was given; infinite while it is not ready yet. */
  get began(): number {
    return this.#began;
  }

  /** For whom it has been at one job for longer than that; `null`: it has not. */
  slowFor(milliseconds: number = SLOW_MILLISECONDS): string | null {
    const [first] = this.#given.values();
    return first !== undefined && performance.now() - this.#began > milliseconds ? first.person : null;
  }

  give(job: Job): void {
    const worker = this.#started();
    this.#next += 1;
    this.#given.set(this.#next, job);
    if (this.#given.size === 1) this.#begins();
    worker.postMessage({ id: this.#next, task: job.task }, []);
  }

  /** What it has not begun and others may do: should it come to them, nobody waits for its answer. */
  takeBack(): readonly Job[] {
    const others = [...this.#given].slice(1).filter(([, { isPinned }]) => !isPinned);
    for (const [id] of others) this.#given.delete(id);
    return others.map(([, job]) => job);
  }

  /** Gives up what it is at, and returns it with the others; it is last in turn then. */
  interrupt(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    const [first, ...others] = this.#given.values();
    this.#return(first === undefined ? [] : [...others, first]);
  }

  async end(): Promise<void> {
    this.#stopWatching();
    const worker = this.#worker;
    this.#worker = null;
    for (const job of this.#given.values()) job.answered({ kind: "lost" }, this);
    this.#given.clear();
    await worker?.terminate();
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(this.#script, import.meta.url), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_OF_ONE },
    });
    // What a thread says of its end may quote a case; that it ended is known from `exit`.
    worker.on("error", () => undefined);
    worker.on("message", (message: AnswerMessage | "ready") => this.#told(message));
    worker.on("exit", () => this.#lost(worker));
    worker.unref();
    this.#worker = worker;
    this.#isReady = false;
    return worker;
  }

  #told(message: AnswerMessage | "ready"): void {
    if (message === "ready") this.#isReady = true;
    else {
      this.#given.get(message.id)?.answered(message.answer, this);
      this.#given.delete(message.id);
    }
    if (this.#given.size === 0) this.#stopWatching();
    else this.#begins();
    this.#foreman.isFree();
  }

  #begins(): void {
    this.#began = this.#isReady ? performance.now() : Number.POSITIVE_INFINITY;
    this.#stopWatching();
    const [first] = this.#given.values();
    const isStart = !this.#isReady || first?.task.kind === "open" || first?.task.kind === "take apart";
    const patience = isStart ? START_MILLISECONDS : this.#patience;
    this.#watch = setTimeout(() => void this.#worker?.terminate(), patience).unref();
  }

  #stopWatching(): void {
    if (this.#watch !== null) clearTimeout(this.#watch);
    this.#watch = null;
  }

  #lost(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const [first, ...others] = this.#given.values();
    first?.answered({ kind: "lost" }, this);
    this.#return(others);
  }

  /** To those who may give them to others; what is for this thread only it begins anew. */
  #return(jobs: readonly Job[]): void {
    this.#stopWatching();
    this.#given.clear();
    for (const job of jobs) if (job.isPinned) this.give(job);
    this.#foreman.returned(jobs.filter(({ isPinned }) => !isPinned));
  }
}
