import { parentPort, workerData } from "node:worker_threads";
import { candidateOf, type Earlier, type EngineBundle } from "../../../engine/release/index.ts";
import type { SetFile } from "../../../engine/set/index.ts";
import { buildTried } from "../../engines/index.ts";

/** What a release is made of: plain data, so that it crosses to a thread. */
export interface Building {
  readonly files: readonly SetFile[];
  readonly earlier: Earlier;
  readonly engine: EngineBundle;
}

// The release's own thread: it holds this and nothing else.
const { files, earlier, engine }: Building = workerData;
const built = await buildTried(candidateOf(files), earlier, engine);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the rule is about windows, this is a thread
parentPort?.postMessage(built);
