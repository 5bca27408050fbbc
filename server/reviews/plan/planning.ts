import { Worker } from "node:worker_threads";
import type { PlanProgress } from "../../protocol/index.ts";
import type { Told } from "./planWorker.ts";
import type { PlanInput } from "./sides.ts";

/** A plan that is being made, or waits for its turn. */
export interface Job {
  readonly key: string;
  readonly input: PlanInput;
  readonly progress: PlanProgress;
}

export interface Planning {
  /** How far a plan is; begins it, when it is not under way. */
  readonly begin: (key: string, input: PlanInput) => PlanProgress;
  /** How far a plan is; `null`: nobody asked for it. */
  readonly progress: (key: string) => PlanProgress | null;
  /** Gives up a plan that nobody needs any more. */
  readonly cancel: (key: string) => void;
  /** Gives up everything, and begins nothing any more. */
  readonly close: () => Promise<void>;
}

const waiting: PlanProgress = { doing: "Waiting for another plan", done: 0, of: null, failure: null };
const broken = "The plan could not be worked out: Precept made a mistake, which is in its log. Ask again to try again.";

/** More plans than this are not waited for: whoever asks again later gets a turn. */
const mostWaiting = 100;

/** The most memory, in MB, that one plan may take of the server. */
const mostMemory = 2_048;

/** Milliseconds after which a plan is given up: a set of several hundred pages takes a few minutes. */
const longest = 30 * 60_000;

/**
 * Makes plans in a thread of their own, one at a time, in the order in which they were asked for. `keep`: stores a finished
 * one, as JSON. `failed`: a thread that broke, or a plan that could not be stored.
 */
export function startPlanning(
  keep: (input: PlanInput, content: string) => Promise<void>,
  failed: (error: Error) => void,
): Planning {
  const jobs = new Map<string, Job>();
  let running: { readonly key: string; readonly worker: Worker } | null = null;
  let isClosed = false;

  const next = () => {
    const job = [...jobs.values()].find(({ progress }) => progress.failure === null);
    if (running !== null || isClosed || job === undefined) return;
    running = { key: job.key, worker: run(job) };
  };
  const run = (job: Job): Worker => {
    const worker = new Worker(new URL("planWorker.ts", import.meta.url), {
      workerData: job.input,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    let content: string | null = null;
    const limit = setTimeout(() => void worker.terminate(), longest).unref();
    worker.unref();
    worker.on("message", (told: Told) => {
      if (told.kind === "made") content = told.content;
      else if (jobs.has(job.key)) jobs.set(job.key, { ...job, progress: { ...told, failure: null } });
    });
    worker.on("error", failed);
    worker.on("exit", () => {
      clearTimeout(limit);
      void finish(job, content);
    });
    return worker;
  };
  const finish = async (job: Job, content: string | null) => {
    const isKept = content !== null && (await keep(job.input, content).then(() => true, reported));
    // Cancelled meanwhile, it is gone already.
    if (isKept) jobs.delete(job.key);
    else if (jobs.has(job.key)) jobs.set(job.key, { ...job, progress: { ...job.progress, failure: broken } });
    running = null;
    next();
  };
  const reported = (error: unknown) => {
    failed(error instanceof Error ? error : new Error("the plan could not be stored"));
    return false;
  };
  return {
    begin: (key, input) => {
      const known = jobs.get(key);
      if (known !== undefined && known.progress.failure === null) return known.progress;
      if (jobs.size < mostWaiting || known !== undefined) jobs.set(key, { key, input, progress: waiting });
      next();
      return known?.progress ?? waiting;
    },
    progress: (key) => jobs.get(key)?.progress ?? null,
    cancel: (key) => {
      jobs.delete(key);
      if (running?.key === key) void running.worker.terminate();
    },
    close: async () => {
      isClosed = true;
      jobs.clear();
      await running?.worker.terminate();
    },
  };
}
