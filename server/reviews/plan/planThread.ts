import { Worker } from "node:worker_threads";
import type { PlanProgress } from "../../protocol/index.ts";
import type { Told } from "./planWorker.ts";
import type { PlanInput } from "./sides.ts";

/** The most memory, in MB, that one plan may take of the server. */
const mostMemory = 2_048;

/** Milliseconds after which a plan is given up: a set of several hundred pages takes a few minutes. */
const longest = 30 * 60_000;

/** A plan as JSON, or why there is none. */
export type Made =
  | { readonly content: string; readonly failure: null }
  | { readonly content: null; readonly failure: "broken" | "memory" | "time" };

/** A plan that is being made, and how to give it up. */
export interface Making {
  readonly made: Promise<Made>;
  readonly end: () => void;
}

/** Who is told while a plan is made: how far it is, and what broke. */
export interface Ears {
  readonly told: (progress: PlanProgress) => void;
  readonly failed: (error: Error) => void;
}

/** Makes a plan in a thread of its own. */
export function makeInThread(input: PlanInput, { told, failed }: Ears): Making {
  const worker = new Worker(new URL("planWorker.ts", import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  let content: string | null = null;
  let failure: NonNullable<Made["failure"]> = "broken";
  const limit = setTimeout(() => {
    failure = "time";
    void worker.terminate();
  }, longest).unref();
  worker.unref();
  worker.on("message", (said: Told) => {
    if (said.kind === "made") content = said.content;
    else told({ doing: said.doing, done: said.done, of: said.of, failure: null });
  });
  worker.on("error", (error) => {
    if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") failure = "memory";
    failed(error);
  });
  const made = new Promise<Made>((resolve) => {
    worker.on("exit", () => {
      clearTimeout(limit);
      resolve(content === null ? { content, failure } : { content, failure: null });
    });
  });
  return { made, end: () => void worker.terminate() };
}
