import type { NodeFS } from "@electric-sql/pglite/nodefs";

/** What PGlite starts its WebAssembly module with. */
export type Preparation = Awaited<ReturnType<NodeFS["init"]>>["emscriptenOpts"];

/** PostgreSQL as a WebAssembly module, with what it exports. */
export type PostgresModule = Parameters<NonNullable<Preparation["preRun"]>[number]>[0];
