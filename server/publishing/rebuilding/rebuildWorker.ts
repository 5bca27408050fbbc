import { parentPort } from "node:worker_threads";
import { type ArchiveFile, type EngineBundle, rebuild, type ReleaseManifest } from "../../../engine/release/index.ts";

/** What is made again: plain data, so that it crosses to a thread. */
export interface Rebuilding {
  readonly manifest: ReleaseManifest;
  readonly files: readonly ArchiveFile[];
  readonly engine: EngineBundle;
}

// The thread's own: it holds this and nothing else, one release after the other.
parentPort?.on("message", ({ manifest, files, engine }: Rebuilding) =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the rule is about windows, this is a thread
  parentPort?.postMessage(rebuild({ release: { manifest }, files }, engine)),
);
