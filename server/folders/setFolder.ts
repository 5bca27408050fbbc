import type { Dirent } from "node:fs";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { FILE_LIMIT, FILES_LIMIT, type FileKind, kindOf, setFolderProblem } from "../../engine/release/index.ts";
import { done, type Result, refuse } from "./result.ts";
import { decodeText, etagOf, tooLarge } from "./text.ts";

/** A guideline set on disk: a folder with `set.yaml`. */
export interface SetFolder {
  readonly name: string;
  /** Absolute, links resolved. */
  readonly folder: string;
}

export interface StoredFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string;
  readonly etag: string;
  /** Why there is no text, else `null`. */
  readonly unreadable: string | null;
}

/** The guideline sets of a workspace folder, by name. Links that lead out of it are passed over. */
export async function listSetFolders(workspace: string): Promise<readonly SetFolder[]> {
  const names = (await readdir(workspace)).filter((name) => setFolderProblem(name) === null).toSorted();
  const opened = await Promise.all(names.map((name) => openSetFolder(workspace, name)));
  return opened.flatMap((result) => (result.ok ? [result.value] : []));
}

async function openSetFolder(workspace: string, name: string): Promise<Result<SetFolder>> {
  const unknown = refuse({
    kind: "not found",
    detail: `There is no guideline set \`${name}\` here.`,
  } as const);
  if (setFolderProblem(name) !== null) return unknown;
  const root = await realpath(workspace);
  const folder = await realpath(join(root, name)).catch(() => null);
  if (folder === null || !isInside(root, folder) || !(await isFile(join(folder, "set.yaml")))) return unknown;
  return done({ name, folder });
}

/** The set in a folder named on the command line. */
export async function setFolderAt(path: string): Promise<Result<SetFolder>> {
  const folder = await realpath(path).catch(() => null);
  if (folder === null)
    return refuse({
      kind: "not found",
      detail: `There is no folder \`${path}\`.`,
    });
  if (!(await isFile(join(folder, "set.yaml")))) {
    return refuse({
      kind: "not found",
      detail: `\`${path}\` is not a guideline set: it holds no \`set.yaml\`.`,
    });
  }
  return done({ name: basename(folder), folder });
}

/** Every file that belongs to the set, manifest first, then by path. */
export async function readSetFiles(set: SetFolder): Promise<Result<readonly StoredFile[]>> {
  const paths = await setPaths(set).catch(() => null);
  if (paths === null) return refuse({ kind: "not found", detail: `The folder of \`${set.name}\` cannot be read.` });
  if (paths.length > FILES_LIMIT) {
    return refuse({
      kind: "too large",
      detail: `\`${set.name}\` holds more than ${FILES_LIMIT} files.`,
    });
  }
  const files = await Promise.all(paths.map((path) => readListed(set, path)));
  return done(files.filter((file) => file !== null));
}

/** What the folder shows under a path; what is not read is said to be so. `null`: removed since it was listed. */
async function readListed(set: SetFolder, path: string): Promise<StoredFile | null> {
  const file = await readSetFile(set, path);
  if (file.ok) return file.value;
  const standing = await standsAt(join(set.folder, path));
  if (standing === null) return null;
  const unreadable =
    standing === "other"
      ? "This is not a file, so it is not read."
      : "This is a link that leads out of the guideline set or to no file, so it is not read.";
  return { path, kind: kindOf(path) ?? "other", text: "", etag: etagOf("closed"), unreadable };
}

export async function readSetFile(set: SetFolder, path: string): Promise<Result<StoredFile>> {
  const kind = kindOf(path);
  const file = kind === null ? null : await resolveInside(set.folder, path);
  if (kind === null || file === null) return notThere(path);
  const content = await readBounded(file);
  return content === null ? notThere(path) : done({ path, kind, ...content });
}

function notThere(path: string): Result<never> {
  return refuse({ kind: "not found", detail: `There is no file \`${path}\` in this set.` });
}

/** Paths of the kinds a set holds, in order. */
async function setPaths(set: SetFolder): Promise<readonly string[]> {
  return (await pathsIn(set, (path) => kindOf(path) !== null)).toSorted(inOrder);
}

/** Paths in the folder of a set and the folders in it, as deep as a set is. */
export async function pathsIn(set: SetFolder, isWanted: (path: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(set.folder, { withFileTypes: true });
  const folders = entries.filter((entry) => !isHidden(entry) && entry.name !== "releases" && !entry.isFile());
  const nested = await Promise.all(folders.map((entry) => namesIn(join(set.folder, entry.name), entry.name)));
  return [...entries.map((entry) => entry.name), ...nested.flat()].filter(isWanted);
}

/** The order in which a set is listed: the manifest first, then by kind and path. */
export function inOrder(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** The real path of a file when it lies within `folder`, links resolved; else `null`. */
async function resolveInside(folder: string, path: string): Promise<string | null> {
  const file = await realpath(join(folder, path)).catch(() => null);
  return file !== null && isInside(folder, file) && (await isFile(file)) ? file : null;
}

export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Whether something stands at the path, link or not. */
export async function standsAt(path: string): Promise<"link" | "file" | "other" | null> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  if (found.isSymbolicLink()) return "link";
  return found.isFile() ? "file" : "other";
}

/** What stands at a path now; a file that cannot be opened is said to be so, and never left out. */
async function readBounded(file: string): Promise<Omit<StoredFile, "path" | "kind"> | null> {
  try {
    const { size, mtimeMs } = await stat(file);
    // Not read at all, so its etag is that of its state and not of its bytes.
    if (size > FILE_LIMIT) return { text: "", etag: etagOf(`${size} ${mtimeMs}`), unreadable: tooLarge(size) };
    const bytes = await readFile(file);
    const { text, problem } = decodeText(bytes);
    return { text: text ?? "", etag: etagOf(bytes), unreadable: problem };
  } catch (error) {
    return hasCode(error, "ENOENT")
      ? null
      : { text: "", etag: etagOf("closed"), unreadable: "This file cannot be opened." };
  }
}

/** `ENOENT`: removed between being listed and being read. */
function hasCode(error: unknown, code: "ENOENT" | "EACCES"): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** Cases that cannot be seen are not taken for none: a set without them would be published untested. */
async function namesIn(folder: string, name: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (name === "cases" && hasCode(error, "EACCES")) throw error;
    return [];
  });
  return names.map((file) => `${name}/${file}`);
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true;
}

function isHidden(entry: Dirent): boolean {
  return entry.name.startsWith(".");
}

function rank(path: string): number {
  return ["manifest", "guideline", "case", "other"].indexOf(kindOf(path) ?? "other");
}
