import {
  type ArchiveFile,
  buildRelease,
  type Earlier,
  type EngineBundle,
  latestOf,
  type Publishing,
  type Release,
  type ReleaseCandidate,
  type ReleaseManifest,
  verifyRelease,
} from "../../../engine/release/index.ts";

/** A small set that may be published; what is given replaces what is here. */
export function candidate(changes: Partial<ReleaseCandidate> = {}): ReleaseCandidate {
  return {
    name: "necks",
    title: "Necks",
    files: [
      { path: "set.yaml", text: "title: Necks\n" },
      { path: "neck.guideline", text: 'guideline "Neck"\n' },
      { path: "cases/straße.yaml", text: "case: äöü\n" },
      { path: "cases/Zebra.yaml", text: "case: Z\n" },
    ],
    meaning: [{ kind: "service", meaning: "imaging: significant symptom change" }],
    passed: 2,
    objections: [],
    ...changes,
  };
}

/** An engine that is only there. */
export const someEngine: EngineBundle = {
  version: "0.1.0",
  bytes: new TextEncoder().encode('export const schema = "precept/engine/1";\n'),
};

/** What the releases made here hold, by their digest. */
const made = new Map<string, readonly ArchiveFile[]>();

function earlier(manifests: readonly ReleaseManifest[]): Earlier {
  const latest = latestOf(manifests);
  return { manifests, latest: latest === null ? [] : (made.get(JSON.stringify(latest)) ?? []) };
}

/** The next release after those of `manifests`, which were made here. */
export function publishing(
  of: ReleaseCandidate,
  manifests: readonly ReleaseManifest[],
  engine: EngineBundle = someEngine,
): Promise<Publishing> {
  return buildRelease(of, earlier(manifests), engine);
}

/** The release of a candidate that is expected to be publishable. */
export async function released(...args: Parameters<typeof publishing>): Promise<Release> {
  const built = await publishing(...args);
  if (built.kind !== "built") throw new Error(`expected a release, got: ${JSON.stringify(built)}`);
  const verified = await verifyRelease(built.release.bytes);
  if (!verified.ok) throw new Error(verified.reasons.join("\n"));
  made.set(JSON.stringify(built.release.manifest), verified.files);
  return built.release;
}
