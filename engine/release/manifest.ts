import { z } from "zod";
import { digestOf, sha256Hex } from "../digest/index.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const version = z.string().regex(/^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/);

/** `manifest.json` of a release: what it holds and what it came after. No dates: the same set gives the same bytes. */
export const manifestSchema = z.strictObject({
  schema: z.literal("precept/release/2"),
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
  /** The engine in it, `engine.js`: what this release decides is decided by that one. */
  engine: z.strictObject({ version, sha256: hash }),
  /** All files but the manifest, by path in code unit order; those of the set under `set/`. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: hash })),
});
export type ReleaseManifest = z.infer<typeof manifestSchema>;

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The content digest of a release: of its canonical manifest, which holds the hash of every file. */
export function contentDigest(manifest: ReleaseManifest): string {
  return digestOf(manifest);
}

/** The digest of files that are no release yet: of the canonical list of their hashes. */
export function filesDigest(files: readonly ManifestFile[]): string {
  return digestOf(files);
}

export function manifestFile(path: string, content: Uint8Array): ManifestFile {
  return { path, bytes: content.length, sha256: sha256Hex(content) };
}

/** Code unit order: the same in every locale. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

/** Where the files of a set are in its release. */
export const SET_FOLDER = "set/";

/** The files of the set that a release holds, with their paths in the set. */
export function setFiles({ files }: ReleaseManifest): readonly ManifestFile[] {
  return files
    .filter(({ path }) => path.startsWith(SET_FOLDER))
    .map((file) => ({ ...file, path: file.path.slice(SET_FOLDER.length) }));
}
