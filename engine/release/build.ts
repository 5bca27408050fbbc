import type { Diagnostic } from "../../dsl/index.ts";
import { digestOf, sha256Hex } from "../digest/index.ts";
import type { MeaningPart } from "../meaning/index.ts";
import type { ArchiveFile } from "./archive.ts";
import { FILES_LIMIT, MADE_LIMIT } from "./limits.ts";
import { byPath, manifestFile, manifestSchema, type ReleaseManifest, SET_FOLDER, setFiles } from "./manifest.ts";
import { packRelease, type Release } from "./pack.ts";
import { payloadFiles, type PayloadPart, stopped } from "./payload/index.ts";
import { setNameProblem, setPathProblem } from "./setPath.ts";
import { isSameContent, latestOf, type NextVersion, nextVersion } from "./version.ts";

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

/** The releases of the set so far. */
export interface Earlier {
  readonly manifests: readonly ReleaseManifest[];
  /** What the latest of them holds, as `verifyRelease` gives it; nothing before the first. */
  readonly latest: readonly ArchiveFile[];
}

export const nothingEarlier: Earlier = { manifests: [], latest: [] };

/** The work of a few seconds. */
export interface Making {
  /** Of which part how much is done. */
  readonly progress: (part: PayloadPart, done: number, of: number) => void;
  /** Asked again and again; once it says so, nothing is made. */
  readonly shouldStop: () => boolean;
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

export type Publishing =
  | { readonly kind: "built"; readonly release: Release }
  | { readonly kind: "nothing new"; readonly latest: ReleaseManifest }
  | { readonly kind: "refused"; readonly objections: readonly Objection[] }
  | { readonly kind: "stopped" };

const inOneGo: Making = { progress: () => undefined, shouldStop: () => false };

/**
 * Makes the next release of a set, or says why there is none to make. The bytes rest on the candidate, the release before and the
 * engine alone.
 */
export async function buildRelease(
  candidate: ReleaseCandidate,
  earlier: Earlier,
  engine: EngineBundle,
  making: Partial<Making> = {},
): Promise<Publishing> {
  const objections = [...candidate.objections, ...setObjections(candidate)];
  if (objections.length > 0) return { kind: "refused", objections };
  const own = encodeFiles(candidate);
  const latest = latestOf(earlier.manifests);
  if (latest !== null && isNothingNew(latest, own, engine)) return { kind: "nothing new", latest };
  const { meaning, step } = describe(candidate, latest);
  const about = { set: candidate.name, title: candidate.title, ...step, ...meaning };
  const source = { about, files: candidate.files.toSorted(byPath), engine, before: earlier.latest };
  const made = payloadFiles(source, { ...inOneGo, ...making });
  if (made === stopped) return { kind: "stopped" };
  const large = made.find(({ content }) => content.length > MADE_LIMIT);
  if (large !== undefined) return { kind: "refused", objections: [tooLarge(large.path)] };
  const contents = [...own.map(({ path, content }) => ({ path: `${SET_FOLDER}${path}`, content })), ...made];
  const manifest = manifestSchema.parse({
    schema: "precept/release/2",
    ...about,
    cases: { passed: candidate.passed },
    engine: { version: engine.version, sha256: sha256Hex(engine.bytes) },
    files: contents.toSorted(byPath).map(({ path, content }) => manifestFile(path, content)),
  });
  return { kind: "built", release: await packRelease(manifest, contents) };
}

/** The same texts with another engine are another release: what it says, and maybe decides, may differ. */
function isNothingNew(latest: ReleaseManifest, own: readonly ArchiveFile[], { bytes }: EngineBundle): boolean {
  const files = own.map(({ path, content }) => manifestFile(path, content));
  return isSameContent(setFiles(latest), files) && latest.engine.sha256 === sha256Hex(bytes);
}

function encodeFiles(candidate: ReleaseCandidate): readonly ArchiveFile[] {
  const encoder = new TextEncoder();
  return candidate.files.toSorted(byPath).map(({ path, text }) => ({ path, content: encoder.encode(text) }));
}

interface Described {
  readonly meaning: Pick<ReleaseManifest, "meaning" | "parts">;
  readonly step: NextVersion;
}

function describe(candidate: ReleaseCandidate, latest: ReleaseManifest | null): Described {
  const digests = candidate.meaning.map(({ kind, meaning }) => ({ kind, digest: digestOf(meaning) }));
  const parts = [...new Set(digests.map(({ digest }) => digest))].toSorted();
  return { meaning: { meaning: digestOf(parts), parts }, step: nextVersion(latest, digests) };
}

function setObjections({ name, files }: ReleaseCandidate): readonly Objection[] {
  const named = setNameProblem(name);
  const details = [
    ...(named === null ? [] : [`The set's name \`${name}\` ${named}.`]),
    ...(files.some((file) => file.path === "set.yaml") ? [] : ["The set has no `set.yaml`."]),
    ...files.flatMap(({ path }) => pathObjection(path)),
    ...(isTooLarge(files) ? [`The set is larger than ${SET_LIMIT / 1024 / 1024} MB.`] : []),
  ];
  return details.map((detail) => ({ kind: "set", detail }));
}

/** A release holds the texts up to four times: as files, in its module and encoded in its Library. */
const SET_LIMIT = 12 * 1024 * 1024;

function isTooLarge(files: ReleaseCandidate["files"]): boolean {
  const size = files.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0);
  return files.length > FILES_LIMIT || size > SET_LIMIT;
}

function tooLarge(path: string): Objection {
  return { kind: "set", detail: `\`${path}\` of the release would be larger than ${MADE_LIMIT / 1024 / 1024} MB.` };
}

function pathObjection(path: string): readonly string[] {
  const problem = setPathProblem(path);
  return problem === null ? [] : [`\`${path}\` cannot be published. ${problem}`];
}
