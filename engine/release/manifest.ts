import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const version = z.string().regex(/^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/);

/** `manifest.json` of a release: what it holds and what it came after. No dates: the same set gives the same bytes. */
export const manifestSchema = z.strictObject({
  schema: z.literal("precept/release/1"),
  set: z.string().min(1),
  title: z.string(),
  version,
  bump: z.enum(["first", "patch", "minor", "major"]),
  /** The release before, by its content. */
  previous: z.strictObject({ version, digest }).nullable(),
  /** Digest of what the set means (see `meaningDigest`). */
  meaning: digest,
  /** Digests of what each of its parts means, in code unit order: a later release that keeps them all only adds. */
  parts: z.array(digest),
  cases: z.strictObject({ passed: z.number().int().nonnegative() }),
  /** By path, in code unit order. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: hash })),
});
export type ReleaseManifest = z.infer<typeof manifestSchema>;

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** RFC 8785: one sequence of bytes for one JSON value. */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("only JSON has a canonical form");
  return new TextEncoder().encode(text);
}

export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The content digest of a release: of its canonical manifest, which holds the hash of every file. */
export function contentDigest(manifest: ReleaseManifest): string {
  return `sha256:${sha256Hex(canonicalBytes(manifest))}`;
}

/** The digest of files that are no release yet: of the canonical list of their hashes. */
export function filesDigest(files: readonly ManifestFile[]): string {
  return `sha256:${sha256Hex(canonicalBytes(files))}`;
}

/** The digest of what something means, as plain data. */
export function meaningDigest(meaning: unknown): string {
  return `sha256:${sha256Hex(canonicalBytes(meaning))}`;
}

export function manifestFile(path: string, content: Uint8Array): ManifestFile {
  return { path, bytes: content.length, sha256: sha256Hex(content) };
}

/** Code unit order: the same in every locale. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
