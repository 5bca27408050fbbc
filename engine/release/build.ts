import { canonicalBytes, digestOf } from "../digest/index.ts";
import type { Diagnostic } from "../../dsl/index.ts";
import { packArchive } from "./archive.ts";
import {
  byPath,
  contentDigest,
  type ManifestFile,
  manifestFile,
  manifestSchema,
  type ReleaseManifest,
} from "./manifest.ts";
import { ARCHIVE_LIMIT, FILES_LIMIT } from "./limits.ts";
import type { MeaningPart } from "./meaning.ts";
import { nameProblem, setPathProblem } from "./setPath.ts";
import { isSameContent, latestOf, nextVersion } from "./version.ts";

/** A guideline set as it would be published: its texts, what they mean, and what its cases say. */
export interface ReleaseCandidate {
  /** The set's name as its manifest gives it, whatever folder it is in. */
  readonly name: string;
  readonly title: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What the set means, part by part. */
  readonly meaning: readonly MeaningPart[];
  readonly passed: number;
  readonly objections: readonly Objection[];
}

/** The engine of a day, as one module: what is decided with a release is decided with the engine in it, years later too. */
export interface EngineBundle {
  readonly version: string;
  /** `engine.js` */
  readonly bytes: Uint8Array;
}

/** Why a candidate cannot be published. */
export type Objection =
  | {
      readonly kind: "failing case";
      readonly case: string;
      readonly path: string;
      readonly expected: string;
      readonly actual: string;
    }
  | { readonly kind: "no expectation"; readonly case: string; readonly path: string }
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic }
  | { readonly kind: "set"; readonly detail: string };

/** One immutable release. */
export interface Release {
  readonly manifest: ReleaseManifest;
  readonly digest: string;
  /** `california-mtus-1.0.0.tgz` */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export type Publishing =
  | { readonly kind: "built"; readonly release: Release }
  | { readonly kind: "nothing new"; readonly latest: ReleaseManifest }
  | { readonly kind: "refused"; readonly objections: readonly Objection[] };

/** Makes the next release of a set after its `previous` ones, or says why there is none to make. */
export async function buildRelease(
  candidate: ReleaseCandidate,
  previous: readonly ReleaseManifest[],
): Promise<Publishing> {
  const objections = [...candidate.objections, ...setObjections(candidate)];
  if (objections.length > 0) return { kind: "refused", objections };
  const contents = encodeFiles(candidate);
  const files = contents.map((file) => manifestFile(file.path, file.content));
  const latest = latestOf(previous);
  if (latest !== null && isSameContent(latest, files)) return { kind: "nothing new", latest };
  const manifest = describe(candidate, files, latest);
  return { kind: "built", release: await packRelease(manifest, contents) };
}

/** The archive of a manifest and the files it lists, ordered by path. Used to make a release and to verify one. */
export async function packRelease(
  manifest: ReleaseManifest,
  contents: readonly { readonly path: string; readonly content: Uint8Array }[],
): Promise<Release> {
  const first = { path: MANIFEST, content: canonicalBytes(manifest) };
  const bytes = await packArchive([first, ...contents.toSorted(byPath)]);
  return {
    manifest,
    digest: contentDigest(manifest),
    file: `${archiveStem(manifest.set)}-${manifest.version}.tgz`,
    bytes,
  };
}

/** What an archive's name begins with: as npm does, `@scope/name` without its signs. */
export function archiveStem(set: string): string {
  return set.replace(/^@/, "").replace("/", "-");
}

/** Stands first in every archive. */
export const MANIFEST = "manifest.json";

function encodeFiles(candidate: ReleaseCandidate) {
  const encoder = new TextEncoder();
  return candidate.files.toSorted(byPath).map(({ path, text }) => ({ path, content: encoder.encode(text) }));
}

function describe(
  candidate: ReleaseCandidate,
  files: readonly ManifestFile[],
  latest: ReleaseManifest | null,
): ReleaseManifest {
  const digests = candidate.meaning.map(({ kind, meaning }) => ({ kind, digest: digestOf(meaning) }));
  const parts = [...new Set(digests.map(({ digest }) => digest))].toSorted();
  const meaning = digestOf(parts);
  return manifestSchema.parse({
    schema: "precept/release/1",
    set: candidate.name,
    title: candidate.title,
    ...nextVersion(latest, digests),
    meaning,
    parts,
    cases: { passed: candidate.passed },
    files,
  });
}

function setObjections({ name, files }: ReleaseCandidate): readonly Objection[] {
  const named = nameProblem(archiveStem(name));
  const details = [
    ...(named === null ? [] : [`The set's name \`${name}\` ${named}.`]),
    ...(files.some((file) => file.path === "set.yaml") ? [] : ["The set has no `set.yaml`."]),
    ...files.flatMap(({ path }) => pathObjection(path)),
    ...(isTooLarge(files) ? [`The set is larger than ${ARCHIVE_LIMIT / 1024 / 1024} MB.`] : []),
  ];
  return details.map((detail) => ({ kind: "set", detail }));
}

/** Room is left for the headers of the archive. */
function isTooLarge(files: ReleaseCandidate["files"]): boolean {
  const size = files.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length + 1024, 0);
  return files.length > FILES_LIMIT || size > 0.9 * ARCHIVE_LIMIT;
}

function pathObjection(path: string): readonly string[] {
  const problem = setPathProblem(path);
  return problem === null ? [] : [`\`${path}\` cannot be published. ${problem}`];
}
