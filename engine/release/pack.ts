import { canonicalBytes } from "../digest/index.ts";
import { type ArchiveFile, packArchive } from "./archive.ts";
import { MANIFEST } from "./layout.ts";
import { byPath, contentDigest, type ReleaseManifest } from "./manifest.ts";

/** One immutable release. */
export interface Release {
  readonly manifest: ReleaseManifest;
  readonly digest: string;
  /** `california-mtus-1.0.0.tgz` */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The archive of a manifest and the files it lists, ordered by path. Used to make a release and to verify one. */
export async function packRelease(manifest: ReleaseManifest, contents: readonly ArchiveFile[]): Promise<Release> {
  const first = { path: MANIFEST, content: canonicalBytes(manifest) };
  const bytes = await packArchive([first, ...contents.toSorted(byPath)]);
  return {
    manifest,
    digest: contentDigest(manifest),
    file: `${archiveStem(manifest.set)}-${manifest.version}.tgz`,
    bytes,
  };
}

/** What an archive's name begins with: `scope+name` of `@scope/name`. No name of a set holds a `+`, so no two sets have one stem. */
export function archiveStem(set: string): string {
  return set.replace(/^@/, "").replace("/", "+");
}
