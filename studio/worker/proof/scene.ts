import { type GuidelineSet, readSet, type SetGuideline } from "../../../engine/set/index.ts";
import { type InForce, inForce } from "../inForce.ts";
import type { FileText } from "../protocol.ts";
import type { ProofRequest, Release, Wants } from "./protocol.ts";

/** One version of the set, ready to be asked about. */
export interface Version {
  readonly set: GuidelineSet;
  readonly guidelines: InForce;
  /** The same guidelines, as the set has them. */
  readonly inForce: readonly SetGuideline[];
  /** Guidelines that never could be read: nothing is known of them. */
  readonly unread: readonly string[];
  /** Of each guideline in force: the text its spans are of. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is asked about. Versions of equal files are the same object. */
export interface Scene {
  readonly typed: Version;
  readonly saved: Version;
  readonly release: { readonly version: string; readonly of: Version } | null;
  readonly wants: Wants;
}

/** Keeps the versions from one request to the next, so that files that did not change are never read again. */
export function createScenes(): (request: ProofRequest) => Scene {
  const files = new Map<string, string>();
  let savedFiles: readonly FileText[] = [];
  let before: Scene | null = null;
  return (request) => {
    for (const { path, text } of request.changes) {
      if (text === null) files.delete(path);
      else files.set(path, text);
    }
    savedFiles = request.saved ?? savedFiles;

    const last = before?.typed ?? null;
    const typed = last !== null && request.changes.length === 0 ? last : versionOf(textsIn(files), last);
    const saved =
      request.saved === null && before !== null ? before.saved : versionLike(typed, savedFiles, before?.saved);
    before = { typed, saved, release: releaseOf(request.wants.release, typed, before), wants: request.wants };
    return before;
  };
}

const textsIn = (files: ReadonlyMap<string, string>): readonly FileText[] =>
  [...files].map(([path, text]) => ({ path, text }));

function versionOf(files: readonly FileText[], before: Version | null): Version {
  const set = readSet(files, before?.set).value;
  const guidelines = inForce(set, before?.guidelines);
  const unread = set.unread.filter((path) => !guidelines.byPath.has(path));
  const inForceNow = setGuidelines(set, guidelines, before);
  return { set, guidelines, inForce: inForceNow, unread, texts: textsOf(set, guidelines, before) };
}

/** A guideline with an error goes on by its last text without one. */
function setGuidelines(set: GuidelineSet, { byPath }: InForce, before: Version | null): Version["inForce"] {
  const known = [...set.guidelines, ...(before?.inForce ?? [])];
  return [...byPath.keys()].flatMap((path) => known.find((one) => one.path === path) ?? []);
}

function textsOf(set: GuidelineSet, { byPath, outdated }: InForce, before: Version | null): Version["texts"] {
  const texts = [...byPath.keys()].map((path) => {
    const text = outdated.includes(path) ? before?.texts.get(path) : set.readings.get(path)?.text;
    return [path, text ?? ""] as const;
  });
  return new Map(texts);
}

/** The same files are the same version, so that what is equal need not be compared. */
function versionLike(typed: Version, files: readonly FileText[], before: Version | undefined): Version {
  const { readings } = typed.set;
  const isSame = files.length === readings.size && files.every(({ path, text }) => readings.get(path)?.text === text);
  return isSame ? typed : versionOf(files, before ?? typed);
}

function releaseOf(wanted: Release | null, typed: Version, before: Scene | null): Scene["release"] {
  if (wanted === null) return null;
  if (before?.release?.version === wanted.version) return before.release;
  return { version: wanted.version, of: versionLike(typed, wanted.files, undefined) };
}
