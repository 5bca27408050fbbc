/** Started before anything else of the page runs, so that the worker has loaded by the time a set arrives. */
let warm: Worker | null = startWorker();

/** The worker that is waiting, or another one. */
export function takeWorker(): Worker {
  const worker = warm ?? startWorker();
  warm = null;
  return worker;
}

function startWorker(): Worker {
  return new Worker(new URL("./studio.worker.ts", import.meta.url), { type: "module", name: "precept" });
}
