import { digestOf, sha256Hex } from "../digest/index.ts";
import type { ArchiveFile } from "./archive.ts";
import type { EngineBundle } from "./build.ts";
import { candidateOf } from "./candidate.ts";
import type { Release } from "./pack.ts";
import { payloadFiles, setTexts, stopped } from "./payload/index.ts";

/** Whether what a release says of its set is what an engine makes of it. */
export type Rebuilt =
  | { readonly kind: "same" }
  /** Paths of files that come out otherwise; `manifest.json` where it claims another meaning or other passed cases. */
  | { readonly kind: "different"; readonly files: readonly string[] }
  | { readonly kind: "not possible"; readonly because: string };

/**
 * Makes again what a verified release holds beside its texts, from these texts: coverage, proofs, module, types, policy, resources.
 * Only the engine of the release makes the same, so no other is asked. The comparison is taken as it stands, since the release
 * before is not at hand; that the changelog tells it, above what was told before, is made again.
 */
export function rebuild(
  { release, files }: { readonly release: Pick<Release, "manifest">; readonly files: readonly ArchiveFile[] },
  engine: EngineBundle | null,
): Rebuilt {
  const { manifest } = release;
  if (engine === null || sha256Hex(engine.bytes) !== manifest.engine.sha256)
    return {
      kind: "not possible",
      because: `It was made with engine ${manifest.engine.version}, which is another one.`,
    };
  const candidate = candidateOf(setTexts(files));
  const parts = [...new Set(candidate.meaning.map(({ meaning }) => digestOf(meaning)))].toSorted();
  const isClaimed =
    digestOf(parts) === manifest.meaning &&
    candidate.passed === manifest.cases.passed &&
    candidate.name === manifest.set &&
    candidate.title === manifest.title &&
    candidate.objections.length === 0;
  const source = { about: manifest, files: candidate.files, engine, before: earlierOf(files) };
  const made = payloadFiles(source, { progress: () => undefined, shouldStop: () => false }, comparisonOf(files));
  if (made === stopped) throw new Error("nothing asked to stop");
  const found = new Map(files.map(({ path, content }) => [path, sha256Hex(content)]));
  const others = made.filter(({ path, content }) => found.get(path) !== sha256Hex(content)).map(({ path }) => path);
  const all = [...(isClaimed ? [] : ["manifest.json"]), ...others];
  return all.length === 0 ? { kind: "same" } : { kind: "different", files: all };
}

/** What was carried along: the changelog without its first section, as the release before had it. */
function earlierOf(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const changelog = files.find(({ path }) => path === "CHANGELOG.md");
  const text = changelog === undefined ? "" : new TextDecoder().decode(changelog.content);
  const [head = "", , ...earlier] = text.split(/^(?=## )/m);
  return [{ path: "CHANGELOG.md", content: new TextEncoder().encode([head, ...earlier].join("")) }];
}

function comparisonOf(files: readonly ArchiveFile[]): unknown {
  const comparison = files.find(({ path }) => path === "comparison.json");
  try {
    return JSON.parse(new TextDecoder().decode(comparison?.content));
  } catch {
    return null;
  }
}
