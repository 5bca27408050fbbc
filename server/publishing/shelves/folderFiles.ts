import { randomUUID } from "node:crypto";
import { link, lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { ARCHIVE_LIMIT } from "../../../engine/release/index.ts";
import { syncFolder, writeDurably } from "../../folders/index.ts";

/**
 * Several files that come into a folder together. They are written into a folder beside, whose renaming is the moment from which
 * they count. Whoever has the turn next brings them to their places; who only reads finds them where they are, and moves nothing.
 */
const writing = ".publishing-";
const written = ".published-";
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Written once, and never over what stands there. */
const immutable = /^[^./\\][^/\\]*(?:\.tgz|\.attestation\.json)$/;
/** Grow with every addition. The log comes last. */
const growing: readonly string[] = ["keys.json", "log.json"];

/** A file and its bytes. */
export interface NewFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Puts files into a folder, all of them or none, on the disk when it returns. Only for whose turn it is. */
export async function putTogether(folder: string, files: readonly NewFile[]): Promise<void> {
  const unique = randomUUID();
  const beside = join(folder, `${writing}${unique}`);
  await mkdir(beside, { recursive: true });
  for (const { name, content } of files) await writeDurably(join(beside, name), content, 0o644);
  await syncFolder(beside);
  await rename(beside, join(folder, `${written}${unique}`));
  await syncFolder(folder);
  await finish(folder);
}

/** Brings what was put together to its places. Only for whose turn it is, and who saw that it is of their own log. */
export async function finish(folder: string): Promise<void> {
  for (const from of await stagedIn(folder, written)) {
    for (const name of await ownNames(from)) await bring(from, folder, name);
    await syncFolder(folder);
    await rmdir(from).catch(unlessLeft);
  }
}

/** Takes away what somebody began to write and did not put together. Only for whose turn it is. */
export async function clear(folder: string): Promise<void> {
  for (const begun of await stagedIn(folder, writing)) await rm(begun, { recursive: true, force: true });
}

/** Folders, no links to some elsewhere, of names that this program gives. */
async function stagedIn(folder: string, prefix: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.startsWith(prefix) && id.test(name.slice(prefix.length)),
  );
  const paths = names.toSorted().map((name) => join(folder, name));
  const found = await Promise.all(paths.map((path) => lstat(path).catch(() => null)));
  return paths.filter((_, at) => found[at]?.isDirectory() === true);
}

async function ownNames(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => immutable.test(name) || growing.includes(name),
  );
  const found = await Promise.all(names.map((name) => lstat(join(folder, name)).catch(() => null)));
  return names
    .filter((_, at) => found[at]?.isFile() === true)
    .toSorted((a, b) => growing.indexOf(a) - growing.indexOf(b));
}

async function bring(from: string, folder: string, name: string): Promise<void> {
  if (!immutable.test(name)) return rename(join(from, name), join(folder, name));
  await link(join(from, name), join(folder, name)).catch(unlessLeft);
  await unlink(join(from, name));
}

/** What stands at its place stays as it is; what else lies in the folder beside, too. */
function unlessLeft(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code !== "EEXIST" && code !== "ENOTEMPTY") throw error;
}

/** The names of what a folder holds, with what was put together and is not at its place yet. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const staged = await Promise.all((await stagedIn(folder, written)).map(ownNames));
  return [...new Set([...staged.flat(), ...(await readdir(folder).catch(() => []))])];
}

/** Reads a file of a folder wherever it is by now; `null` where there is none. */
export async function readIn(folder: string, name: string): Promise<Uint8Array | null> {
  const staged = (await stagedIn(folder, written)).map((each) => join(each, name));
  const own = join(folder, name);
  // What grows is newest where it is not at its place yet. What is being brought there meanwhile is found at the last look.
  const places = growing.includes(name) ? [...staged, own] : [own, ...staged, own];
  for (const place of places) {
    const bytes = await readPlain(place).catch(unlessAbsent);
    if (bytes !== null) return bytes;
  }
  return null;
}

/** `null`: it is no file. Of one that is larger than any of ours only so much comes that its reader says so. */
async function readPlain(place: string): Promise<Uint8Array | null> {
  const found = await stat(place);
  if (!found.isFile()) return null;
  return found.size > ARCHIVE_LIMIT ? new Uint8Array(ARCHIVE_LIMIT + 1) : readFile(place);
}

function unlessAbsent(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
  throw error;
}
