import { readFile } from "node:fs/promises";
import { version } from "../../engine/bundle/index.ts";
import type { EngineBundle } from "../../engine/release/index.ts";

const built = new URL("../../build/engine/engine.js", import.meta.url);

/** The engine that releases made now carry; `null` while it is not built (`node cli/bootstrap/build.mjs engine`). */
export async function engineBundle(): Promise<EngineBundle | null> {
  const bytes = await readFile(built).catch(() => null);
  return bytes === null ? null : { version, bytes };
}
