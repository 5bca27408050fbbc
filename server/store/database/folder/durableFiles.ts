import { closeSync, fsyncSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { endOnFatalErrors } from "./fatalErrors.ts";
import type { PostgresModule, Preparation } from "./postgresModule.ts";

/** The files of a database in a folder, which are on the disk once PostgreSQL was told so: PGlite itself leaves `fsync` out. */
export class DurableFiles extends NodeFS {
  #module: PostgresModule | null = null;

  override async init(database: PGlite, options: Preparation): Promise<{ emscriptenOpts: Preparation }> {
    const { emscriptenOpts } = await super.init(database, options);
    const remember = (module: PostgresModule) => {
      this.#module = module;
      syncFiles(module.NODEFS);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), remember] } };
  }

  /** Once it is open. `lastWords`: what PostgreSQL wrote before it ended. */
  endOnFatalErrors(lastWords: () => string): void {
    if (this.#module !== null) endOnFatalErrors(this.#module, lastWords);
  }

  /** After a fatal error nothing can be asked any more, not even to close: this takes the files away from it. */
  abandon(): void {
    const files = this.#module?.FS;
    const streams: unknown = files !== undefined && "streams" in files ? files.streams : [];
    for (const stream of Array.isArray(streams) ? streams : []) {
      const descriptor = descriptorOf(stream);
      if (descriptor !== null) closeSync(descriptor);
    }
  }
}

function syncFiles(files: object): void {
  const operations = "stream_ops" in files ? files.stream_ops : null;
  if (typeof operations !== "object" || operations === null) throw new Error("PGlite keeps its files in another way");
  Object.assign(operations, { fsync: syncFile });
}

/** Called with Emscripten's idea of an open file; 0 is its word for success. */
function syncFile(stream: unknown): number {
  const descriptor = descriptorOf(stream);
  if (descriptor !== null) fsyncSync(descriptor);
  return 0;
}

function descriptorOf(stream: unknown): number | null {
  const descriptor = typeof stream === "object" && stream !== null && "nfd" in stream ? stream.nfd : null;
  return typeof descriptor === "number" ? descriptor : null;
}
