import { Worker } from "node:worker_threads";
import type { Publishing } from "../../../engine/release/index.ts";
import type { Building } from "./buildWorker.ts";

/** Makes a release in a thread of its own: it takes seconds, and others are answered meanwhile. */
export function buildInThread(building: Building): Promise<Publishing> {
  const { promise, resolve, reject } = Promise.withResolvers<Publishing>();
  const worker = new Worker(new URL("buildWorker.ts", import.meta.url), { workerData: building });
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("the thread ended without a release")));
  return promise;
}
