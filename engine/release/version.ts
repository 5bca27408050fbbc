import { inc, rcompare } from "semver";
import { type DigestedPart, stepFrom } from "../meaning/index.ts";
import {
  byPath,
  contentDigest,
  filesDigest,
  type ManifestFile,
  manifestFile,
  type ReleaseManifest,
  setFiles,
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
  const release = releases.find((each) => isSameContent(setFiles(each), listed));
  if (release === undefined) return { version: null, digest: filesDigest(listed) };
  return { version: release.version, digest: contentDigest(release) };
}

/** Whether files are the same, byte for byte. */
export function isSameContent(some: readonly ManifestFile[], others: readonly ManifestFile[]): boolean {
  return some.map(identity).join("\n") === others.map(identity).join("\n");
}

function identity({ sha256, path }: ManifestFile): string {
  return `${sha256} ${path}`;
}
