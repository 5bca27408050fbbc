import { Gunzip, gzipSync } from "fflate";
import { packTar, unpackTar } from "modern-tar";
import { limitOf } from "./layout.ts";
import { ARCHIVE_LIMIT, FILES_LIMIT, MADE_FILES_LIMIT } from "./limits.ts";

export interface ArchiveFile {
  /** Below the folder that npm and FHIR packages have everything in. */
  readonly path: string;
  readonly content: Uint8Array;
}

const FOLDER = "package/";

/** A whole archive, or the sentence that says why it is none. */
export type Unpacked =
  | { readonly files: readonly ArchiveFile[]; readonly problem: null }
  | { readonly files: null; readonly problem: string };

/**
 * A tar archive in gzip whose bytes depend on nothing but the files and their order: no times, owners or compression.
 * Stored, not deflated: the archive must come out the same from every later version of the compression library, and a
 * release is a few MB.
 */
export async function packArchive(files: readonly ArchiveFile[]): Promise<Uint8Array> {
  const tar = await packTar(files.map((file) => ({ header: fixedHeader(file), body: file.content })));
  return gzipSync(tar, { level: 0, mtime: 0 });
}

function fixedHeader(file: ArchiveFile) {
  const name = `${FOLDER}${file.path}`;
  return { name, size: file.content.length, type: "file" as const, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) };
}

/** Unpacks what may be anything: bounded in size and number, plain files only, each path once. Paths are not yet judged. */
export async function unpackArchive(bytes: Uint8Array): Promise<Unpacked> {
  if (bytes.length > ARCHIVE_LIMIT) return none("The file is larger than any release.");
  const tar = inflate(bytes);
  if (tar === null) return none("The file is not a gzip archive, or is cut short or too large.");
  const entries = await readTar(tar);
  if (entries === null) return none("The archive inside is not a tar archive, or is damaged.");
  const problem = entryProblem(entries);
  if (problem !== null) return none(problem);
  return {
    files: entries.map(({ header, data }) => ({
      path: header.name.slice(FOLDER.length),
      content: data ?? new Uint8Array(),
    })),
    problem: null,
  };
}

function none(problem: string): Unpacked {
  return { files: null, problem };
}

/** The most that one piece of deflated input of this many bytes can become is about 4 MB. */
const PIECE = 4096;

/**
 * Inflates piece by piece and stops at the limit, so that a bomb never fills the memory; `null` when damaged or too large.
 * A release is one member of gzip: millions of small ones would cost their time and are never ours.
 */
function inflate(bytes: Uint8Array): Uint8Array | null {
  const inflated: { readonly chunks: Uint8Array[]; size: number; members: number } = {
    chunks: [],
    size: 0,
    members: 1,
  };
  const gunzip = new Gunzip((chunk) => {
    inflated.size += chunk.length;
    inflated.chunks.push(chunk);
  });
  gunzip.onmember = () => {
    inflated.members += 1;
  };
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      gunzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      if (inflated.size > ARCHIVE_LIMIT || inflated.members > 1) return null;
    }
  } catch {
    return null;
  }
  return joined(inflated.chunks, inflated.size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

async function readTar(tar: Uint8Array) {
  try {
    return await unpackTar(tar, { strict: true });
  } catch {
    return null;
  }
}

function entryProblem(entries: NonNullable<Awaited<ReturnType<typeof readTar>>>): string | null {
  if (entries.length > FILES_LIMIT + MADE_FILES_LIMIT) return "The archive holds more files than a release may.";
  const outside = entries.find(({ header }) => !header.name.startsWith(FOLDER));
  if (outside !== undefined) return `\`${outside.header.name}\` does not stand in the folder \`package\`.`;
  const linked = entries.find(({ header }) => header.type !== "file");
  if (linked !== undefined) return `\`${linked.header.name}\` in the archive is not a plain file.`;
  const large = entries.find(({ header, data }) => (data?.length ?? 0) > limitOf(header.name.slice(FOLDER.length)));
  if (large !== undefined) return `\`${large.header.name}\` in the archive is larger than such a file may be.`;
  const seen = new Set<string>();
  const twice = entries.map(({ header }) => header.name).find((name) => seen.size === seen.add(name).size);
  return twice === undefined ? null : `\`${twice}\` stands in the archive twice.`;
}
