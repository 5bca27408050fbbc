import { loadModule } from "../../engines/sandbox/index.ts";

/** What the engine of a release exports, `precept/engine/1`, as far as it is used here. Every answer is one JSON text. */
export interface ReleaseEngine {
  readonly open: (files: unknown, manifest: unknown) => OpenSet;
}

export interface OpenSet {
  readonly describe: () => string;
  readonly determine: (
    caseText: string,
    options: { readonly asOf: string | null; readonly leaveOut: readonly string[] },
  ) => string;
}

const loaded = new Map<string, Promise<ReleaseEngine | null>>();

/** An engine is loaded once in a thread. Its bytes are those of a release whose digests were checked. */
export function loadEngine({
  sha256,
  bytes,
}: {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}): Promise<ReleaseEngine | null> {
  const engine = loaded.get(sha256) ?? importEngine(bytes);
  loaded.set(sha256, engine);
  return engine;
}

async function importEngine(bytes: Uint8Array): Promise<ReleaseEngine | null> {
  try {
    const module = await loadModule(bytes);
    return isEngine(module) ? module : null;
  } catch {
    return null;
  }
}

function isEngine(module: unknown): module is ReleaseEngine {
  if (typeof module !== "object" || module === null || !("schema" in module) || !("open" in module)) return false;
  return module.schema === "precept/engine/1" && typeof module.open === "function";
}
