import { parentPort, workerData } from "node:worker_threads";
import { makePlan } from "./makePlan.ts";
import type { PlanInput } from "./sides.ts";

/** What a worker says: how far it is, and at last the plan as JSON. */
export type Told =
  | { readonly kind: "progress"; readonly doing: string; readonly done: number; readonly of: number | null }
  | { readonly kind: "made"; readonly content: string };

/** Milliseconds between two words on how far it is. */
const pause = 100;

// The plan's own thread: it holds this input and nothing else.
const input: PlanInput = workerData;
let last = 0;
let saying = "";
const plan = makePlan(input, (doing, done, of) => {
  const now = performance.now();
  if (doing === saying && now - last < pause) return;
  [last, saying] = [now, doing];
  tell({ kind: "progress", doing, done, of });
});
tell({ kind: "made", content: JSON.stringify(plan) });

function tell(told: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the rule is about windows, this is a thread
  parentPort?.postMessage(told);
}
