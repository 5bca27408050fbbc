import { wrap } from "comlink";
import type { FileText, StudioWorker } from "./protocol.ts";
import { takeWorker } from "./warm.ts";

export interface CasesTested {
  readonly passed: number;
  readonly all: number;
}

/** Runs the cases and examples of a set that is not open, in a worker that ends with it. */
export async function testCases(files: readonly FileText[]): Promise<CasesTested> {
  const worker = takeWorker();
  try {
    const changes = files.map(({ path, text }) => ({ path, text }));
    const { tests = [] } = await wrap<StudioWorker>(worker).analyse({
      changes,
      saved: null,
      openCase: null,
      witness: null,
    });
    return { passed: tests.filter(({ ok }) => ok).length, all: tests.length };
  } finally {
    worker.terminate();
  }
}
