import type { PlanProgress } from "../../protocol/index.ts";
import { type Ears, type Made, makeInThread, type Making } from "./planThread.ts";
import type { PlanInput } from "./sides.ts";

/** A plan that is being made, or waits for its turn. */
interface Job {
  readonly key: string;
  readonly input: PlanInput;
  readonly isUrgent: boolean;
  readonly progress: PlanProgress;
}

export interface Planning {
  /** How far a plan is; begins it, when it is not under way. Urgent ones come first: somebody waits to review or publish. */
  readonly begin: (key: string, input: PlanInput, isUrgent: boolean) => PlanProgress;
  /** How far a plan is, or why it failed lately; `null`: nobody asked for it. */
  readonly progress: (key: string) => PlanProgress | null;
  /** Gives up a plan that nobody needs any more. */
  readonly cancel: (key: string) => void;
  /** Gives up everything, and begins nothing any more. */
  readonly close: () => Promise<void>;
}

const waiting: PlanProgress = { doing: "Waiting for another plan", done: 0, of: null, failure: null };
const again = "Ask again to try again.";
const failures = {
  broken: `The plan could not be worked out: Precept made a mistake, which is in its log. ${again}`,
  memory: `The plan could not be worked out: it takes more memory than a plan may (2 GB). Split the guideline set. ${again}`,
  time: `The plan could not be worked out: it takes longer than a plan may (half an hour). Split the guideline set. ${again}`,
  unkept: `The plan was worked out and could not be stored: the database did not take it. ${again}`,
};

/** More plans than this are not waited for: whoever asks again later gets a turn. */
const mostWaiting = 100;

/** Why plans failed is told of so many, the latest; nothing else is kept of them. */
const mostFailures = 100;

/**
 * Makes plans in a thread of their own, one at a time, in the order in which they were asked for, the urgent ones first. `keep`:
 * stores a finished one, as JSON. `failed`: hears of a thread that broke, or a plan that could not be stored.
 */
export function startPlanning(
  keep: (input: PlanInput, content: string) => Promise<void>,
  failed: (error: Error) => void,
  make: (input: PlanInput, ears: Ears) => Making = makeInThread,
): Planning {
  const jobs = new Map<string, Job>();
  const lately = new Map<string, PlanProgress>();
  let running: { readonly key: string; readonly end: () => void; readonly made: Promise<Made> } | null = null;
  let isClosed = false;

  const next = () => {
    const all = [...jobs.values()];
    const job = all.find(({ isUrgent }) => isUrgent) ?? all[0];
    if (running !== null || isClosed || job === undefined) return;
    const { made, end } = make(job.input, {
      told: (progress) => jobs.has(job.key) && jobs.set(job.key, { ...job, progress }),
      failed,
    });
    running = { key: job.key, end, made };
    void made.then((one) => finish(job, one));
  };
  const finish = async (job: Job, { content, failure }: Made) => {
    const isKept = content !== null && (await keep(job.input, content).then(() => true, reported));
    // Cancelled meanwhile, it is gone already.
    if (jobs.delete(job.key) && !isKept) {
      lately.set(job.key, { ...job.progress, failure: failures[failure ?? "unkept"] });
      dropOldest(lately, mostFailures);
    }
    running = null;
    next();
  };
  const reported = (error: unknown) => {
    failed(error instanceof Error ? error : new Error("the plan could not be stored"));
    return false;
  };
  return {
    begin: (key, input, isUrgent) => {
      const known = jobs.get(key);
      if (known !== undefined && (known.isUrgent || !isUrgent)) return known.progress;
      const failure = lately.get(key);
      if (known === undefined && jobs.size >= mostWaiting && !(isUrgent && giveWay(jobs, running?.key))) return waiting;
      jobs.set(key, { key, input, isUrgent, progress: known?.progress ?? waiting });
      lately.delete(key);
      next();
      return failure ?? known?.progress ?? waiting;
    },
    progress: (key) => jobs.get(key)?.progress ?? lately.get(key) ?? null,
    cancel: (key) => {
      jobs.delete(key);
      if (running?.key === key) running.end();
    },
    close: async () => {
      isClosed = true;
      jobs.clear();
      running?.end();
      await running?.made;
    },
  };
}

/** The last that nobody waits for gives up its place; whoever asks for it again gets another. */
function giveWay(jobs: Map<string, Job>, running: string | undefined): boolean {
  const last = [...jobs.values()].findLast(({ key, isUrgent }) => !isUrgent && key !== running);
  return last !== undefined && jobs.delete(last.key);
}

function dropOldest(of: Map<string, unknown>, most: number): void {
  const [oldest] = of.keys();
  if (of.size > most && oldest !== undefined) of.delete(oldest);
}
