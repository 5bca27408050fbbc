import type { Task } from "./messages.ts";
import { type Job, type Outcome, Thread } from "./thread.ts";
import { Turns } from "./turns.ts";

/** What a thread is given ahead, so that it need not wait for the next. */
const AHEAD = 4;
const LOOK_MILLISECONDS = 100;
/** So long one person may hold all threads while others wait. */
const HELD_MILLISECONDS = 1000;

export interface Given {
  readonly person?: string | undefined;
  /** The number of the thread that is to do it. */
  readonly on?: number | undefined;
}

/**
 * Threads that share work fairly: people take turns, what waits behind a slow job goes to another thread, and where the slow
 * jobs of one person hold all threads while others wait, the last of them is put off. They are started when they are first
 * needed.
 */
export class Threads {
  readonly #threads: readonly Thread[];
  readonly #waiting = new Turns<Job>();
  #looking: NodeJS.Timeout | null = null;

  constructor(script: string, count: number, patience: number) {
    const foreman = { isFree: () => this.#handOut(), returned: (jobs: readonly Job[]) => this.#again(jobs) };
    this.#threads = Array.from({ length: count }, () => new Thread(script, foreman, patience));
  }

  run(task: Task, { person = "", on }: Given = {}): Promise<{ readonly answer: Outcome; readonly by: number }> {
    return new Promise((resolve) => {
      const answered = (answer: Outcome, by: Thread) => resolve({ answer, by: this.#threads.indexOf(by) });
      const job = { task, person, isPinned: on !== undefined, answered };
      const thread = on === undefined ? undefined : this.#threads[on];
      if (thread === undefined) this.#waiting.add(person, job);
      else thread.give(job);
      this.#handOut();
      this.#lookNowAndThen();
    });
  }

  async end(): Promise<void> {
    this.#stopLooking();
    const [first] = this.#threads;
    if (first !== undefined) for (const job of this.#waiting.takeAll()) job.answered({ kind: "lost" }, first);
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  #handOut(): void {
    for (;;) {
      const thread = this.#freest();
      const job = thread && this.#waiting.take();
      if (!job) return;
      thread.give(job);
    }
  }

  #freest(): Thread | null {
    const free = this.#threads.filter((thread) => thread.load < AHEAD && thread.slowFor() === null);
    return free.reduce<Thread | null>((least, thread) => (least && least.load <= thread.load ? least : thread), null);
  }

  #again(jobs: readonly Job[]): void {
    for (const job of jobs.toReversed()) this.#waiting.addFirst(job.person, job);
    this.#handOut();
  }

  /** A job may be begun again: what comes of it is the same. */
  #putOff(): void {
    const [first, ...others] = this.#threads.map((thread) => thread.slowFor(HELD_MILLISECONDS));
    // A thread that opens a release does it for everybody.
    const isHeld =
      first !== undefined &&
      first !== null &&
      first !== "" &&
      others.length > 0 &&
      others.every((one) => one === first);
    if (!isHeld || !this.#waiting.hasOtherThan(first)) return;
    this.#threads.reduce((last, thread) => (thread.began > last.began ? thread : last)).interrupt();
  }

  /** That a job is slow is told by nothing but time. */
  #lookNowAndThen(): void {
    this.#looking ??= setInterval(() => {
      for (const thread of this.#threads) if (thread.slowFor() !== null) this.#again(thread.takeBack());
      this.#putOff();
      this.#handOut();
      if (this.#waiting.isEmpty && this.#threads.every(({ load }) => load === 0)) this.#stopLooking();
    }, LOOK_MILLISECONDS).unref();
  }

  #stopLooking(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }
}
