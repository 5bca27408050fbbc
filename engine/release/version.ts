import { digestOf } from "../digest/index.ts";
import { inc, rcompare } from "semver";
import type { MeaningPart } from "./meaning.ts";
import {
  byPath,
  contentDigest,
  filesDigest,
  type ManifestFile,
  manifestFile,
  type ReleaseManifest,
} from "./manifest.ts";

/** The number of the next release and why; computed, never typed. */
export type NextVersion = Pick<ReleaseManifest, "version" | "bump" | "previous">;

export function latestOf(releases: readonly ReleaseManifest[]): ReleaseManifest | null {
  return releases.toSorted((a, b) => rcompare(a.version, b.version))[0] ?? null;
}

/** First 1.0.0; patch when every part means the same; minor when services or facts are added and nothing else; else major. */
export function nextVersion(latest: ReleaseManifest | null, parts: readonly DigestedPart[]): NextVersion {
  if (latest === null) return { version: "1.0.0", bump: "first", previous: null };
  const bump = stepFrom(latest.parts, parts);
  const version = inc(latest.version, bump);
  if (version === null) throw new Error(`manifestSchema let a bad version through: ${latest.version}`);
  return { version, bump, previous: { version: latest.version, digest: contentDigest(latest) } };
}

export interface DigestedPart extends Pick<MeaningPart, "kind"> {
  readonly digest: string;
}

/**
 * The step from one version of a set to another, by what they mean. Equal data has one digest: of parts that print alike none is
 * made.
 */
export function stepBetween(before: readonly MeaningPart[], now: readonly MeaningPart[]): "patch" | "minor" | "major" {
  const names = new Map<string, string>();
  const named = ({ meaning }: MeaningPart): string => {
    const printed = JSON.stringify(meaning);
    const known = names.get(printed) ?? `part ${names.size}`;
    names.set(printed, known);
    return known;
  };
  const earlier = before.map(named);
  const later = now.map((part) => ({ kind: part.kind, digest: named(part) }));
  const kept = new Set(later.map(({ digest }) => digest));
  if (earlier.every((name) => kept.has(name))) return stepFrom(earlier, later);
  return stepFrom(
    before.map(({ meaning }) => digestOf(meaning)),
    now.map(({ kind, meaning }) => ({ kind, digest: digestOf(meaning) })),
  );
}

function stepFrom(before: readonly string[], parts: readonly DigestedPart[]): "patch" | "minor" | "major" {
  const digests = new Set(parts.map(({ digest }) => digest));
  if (before.some((digest) => !digests.has(digest))) return "major";
  const known = new Set(before);
  const added = parts.filter(({ digest }) => !known.has(digest));
  if (added.length === 0) return "patch";
  return added.every(({ kind }) => kind === "service" || kind === "fact") ? "minor" : "major";
}

/** Which release some texts are, byte for byte, or that they are none; either way with a digest of their content. */
export interface Identity {
  readonly version: string | null;
  readonly digest: string;
}

export function identify(
  files: readonly { readonly path: string; readonly text: string }[],
  releases: readonly ReleaseManifest[],
): Identity {
  const encoder = new TextEncoder();
  const listed = files.toSorted(byPath).map(({ path, text }) => manifestFile(path, encoder.encode(text)));
  const release = releases.find((each) => isSameContent(each, listed));
  if (release === undefined) return { version: null, digest: filesDigest(listed) };
  return { version: release.version, digest: contentDigest(release) };
}

/** Whether the files are the ones of a release, byte for byte. */
export function isSameContent(release: ReleaseManifest, files: readonly ManifestFile[]): boolean {
  return release.files.map(identity).join("\n") === files.map(identity).join("\n");
}

function identity({ sha256, path }: ManifestFile): string {
  return `${sha256} ${path}`;
}
