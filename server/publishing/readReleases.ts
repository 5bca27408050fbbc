import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { rcompare } from "semver";
import { ARCHIVE_LIMIT, type ReleaseManifest, verifyRelease } from "../../engine/release/index.ts";
import type { SetFolder } from "../folders/index.ts";
import { finish } from "./folderFiles.ts";

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
  await finish(folder);
  const names = await readdir(folder).catch(() => []);
  const archives = names.filter((name) => name.endsWith(".tgz") && !name.startsWith(".")).toSorted();
  const read = await Promise.all(
    archives.map(async (file) => ({ file, ...(await readOnce(join(folder, file), file)) })),
  );
  return {
    releases: read
      .flatMap(({ release }) => (release === null ? [] : [release]))
      .toSorted((a, b) => rcompare(a.manifest.version, b.manifest.version)),
    damaged: read.flatMap(({ file, problem }) => (problem === null ? [] : [{ file, problem }])),
  };
}

const known = new Map<string, { readonly state: string; readonly read: Promise<Read> }>();

/** Verifying reads every byte; an archive whose size and time did not change is not read again. */
async function readOnce(path: string, file: string): Promise<Read> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return damaged("This is not a file.");
  if (found.size > ARCHIVE_LIMIT) return damaged("The file is larger than any release.");
  const state = `${found.size} ${found.mtimeMs} ${found.ino}`;
  const before = known.get(path);
  if (before?.state === state) return before.read;
  const read = readArchive(path, file);
  known.set(path, { state, read });
  return read;
}

async function readArchive(path: string, file: string): Promise<Read> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return damaged("This file cannot be opened.");
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
