import { Worker } from "node:worker_threads";
import { sha256Hex } from "../../../engine/digest/index.ts";
import {
  type ArchiveFile,
  type EngineBundle,
  rebuild,
  type Rebuilt,
  type Release,
} from "../../../engine/release/index.ts";
import type { Rebuilding } from "./rebuildWorker.ts";

/** Milliseconds; the largest sets that are shipped take some seconds. */
const PATIENCE = 60_000;
const MEMORY_MEGABYTES = 2048;

/**
 * As `rebuild`, in a thread of its own and within bounds: the texts are those of whoever made the release, and what they want of the
 * engine may have no end.
 */
export async function rebuildInThread(
  { release, files }: { readonly release: Pick<Release, "manifest">; readonly files: readonly ArchiveFile[] },
  engine: EngineBundle | null,
  patience: number = PATIENCE,
): Promise<Rebuilt> {
  const isOurs = engine !== null && sha256Hex(engine.bytes) === release.manifest.engine.sha256;
  if (!isOurs) return rebuild({ release, files }, engine);
  const worker = idle.pop() ?? newWorker();
  worker.ref();
  const rebuilt = await answerOf(worker, { manifest: release.manifest, files, engine }, patience);
  if (rebuilt === null) await worker.terminate();
  else idle.push(worker);
  worker.unref();
  return rebuilt ?? { kind: "not possible", because: `That was given up after at most ${patience / 1000} seconds.` };
}

/** A thread takes longer to begin than most releases to be made again; the process does not wait for an idle one. */
const idle: Worker[] = [];

function newWorker(): Worker {
  return new Worker(new URL("rebuildWorker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
}

/** `null`: it took too long, wanted too much memory, or the engine broke off. */
async function answerOf(worker: Worker, rebuilding: Rebuilding, patience: number): Promise<Rebuilt | null> {
  const { promise, resolve } = Promise.withResolvers<Rebuilt | null>();
  const end = setTimeout(() => resolve(null), patience);
  worker.once("message", resolve);
  worker.once("error", () => resolve(null));
  worker.once("exit", () => resolve(null));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the rule is about windows, this is a thread
  worker.postMessage(rebuilding);
  const rebuilt = await promise;
  clearTimeout(end);
  for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
  return rebuilt;
}
