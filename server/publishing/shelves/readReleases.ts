import { createHash } from "node:crypto";
import { join } from "node:path";
import { rcompare } from "semver";
import { type ReleaseManifest, verifyRelease } from "../../../engine/release/index.ts";
import type { SetFolder } from "../../folders/index.ts";
import { namesIn, readIn } from "./folderFiles.ts";

/** A release on disk, verified when it was read. */
export interface StoredRelease {
  readonly manifest: ReleaseManifest;
  readonly digest: string;
  /** The archive's name. */
  readonly file: string;
}

export interface StoredReleases {
  /** The latest first. */
  readonly releases: readonly StoredRelease[];
  /** Archives that are not as they were made, and why. They are never counted as releases. */
  readonly damaged: readonly { readonly file: string; readonly problem: string }[];
}

type Read =
  | { readonly release: StoredRelease; readonly problem: null }
  | { readonly release: null; readonly problem: string };

/** Where the releases of a set are kept. */
export function releasesFolder(set: SetFolder): string {
  return join(set.folder, "releases");
}

/** The releases in a folder, every one verified. */
export async function readReleases(folder: string): Promise<StoredReleases> {
  const archives = (await namesIn(folder)).filter((name) => name.endsWith(".tgz") && !name.startsWith(".")).toSorted();
  const read = await Promise.all(archives.map(async (file) => ({ file, ...(await readOnce(folder, file)) })));
  return {
    releases: read
      .flatMap(({ release }) => (release === null ? [] : [release]))
      .toSorted((a, b) => rcompare(a.manifest.version, b.manifest.version)),
    damaged: read.flatMap(({ file, problem }) => (problem === null ? [] : [{ file, problem }])),
  };
}

const known = new Map<string, { readonly sha256: string; readonly read: Promise<Read> }>();

/** Verifying takes far longer than hashing: what has the bytes it had is not verified again. */
async function readOnce(folder: string, file: string): Promise<Read> {
  const bytes = await readIn(folder, file).catch(() => null);
  if (bytes === null) return damaged("This is not a file that can be opened.");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = join(folder, file);
  const before = known.get(path);
  if (before?.sha256 === sha256) return before.read;
  const read = readArchive(bytes, file);
  known.set(path, { sha256, read });
  return read;
}

async function readArchive(bytes: Uint8Array, file: string): Promise<Read> {
  const verified = await verifyRelease(bytes);
  if (!verified.ok) return damaged(verified.reasons.join(" "));
  const { manifest, digest, file: name } = verified.release;
  return name === file
    ? { release: { manifest, digest, file }, problem: null }
    : damaged(`The release in it is called \`${name}\`.`);
}

function damaged(problem: string): Read {
  return { release: null, problem };
}
