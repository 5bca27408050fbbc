import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { unfitText } from "./fits.ts";
import { foldName, writablePath } from "./path.ts";
import { done, type Refusal, type Result, refuse, type Stale } from "./result.ts";
import { isInside, readSetFile, type SetFolder, standsAt } from "./setFolder.ts";
import { systemProblem } from "./systemProblem.ts";
import { etagOf } from "./text.ts";

/** What the writer believes stands at the path: nothing yet, or exactly the bytes of an etag. */
export type Precondition =
  | { readonly kind: "absent" }
  | { readonly kind: "matches"; readonly etags: readonly string[] };

export interface WrittenFile {
  readonly path: string;
  readonly etag: string;
}

/**
 * Replaces or creates one file of a set, whole or not at all, on disk when it returns.
 * Two writers of this process take turns; another process that writes between the check and the rename is not seen.
 */
export async function writeSetFile(
  set: SetFolder,
  path: string,
  text: string,
  precondition: Precondition,
): Promise<Result<WrittenFile, Refusal | Stale>> {
  const writable = writablePath(path);
  if (!writable.ok) return writable;
  const bytes = new TextEncoder().encode(text);
  const unfit = unfitText(text);
  if (unfit !== null) return refuse(unfit);
  return inTurn(join(set.folder, path), () => writeChecked(set, path, bytes, precondition).catch(refuseUnstored));
}

function refuseUnstored(error: unknown): Result<never> {
  const detail = systemProblem(error);
  if (detail === null) throw error;
  return refuse({ kind: "not stored", detail });
}

async function writeChecked(
  set: SetFolder,
  path: string,
  bytes: Uint8Array,
  precondition: Precondition,
): Promise<Result<WrittenFile, Refusal | Stale>> {
  const place = await placeFor(set, path);
  if (!place.ok) return place;
  const found = await standsAt(place.value);
  if (found === "link" || found === "other")
    return refuse({
      kind: "bad path",
      detail: "Only plain files are written, not links or folders.",
    });
  const refused =
    precondition.kind === "absent"
      ? await refuseOther(place.value, found)
      : await refuseStale(set, path, precondition.etags);
  if (refused !== null) return refused;
  const created = await replace(place.value, bytes, precondition.kind === "absent");
  return created ? done({ path, etag: etagOf(bytes) }) : exists(path);
}

/** Removes a file that still has the bytes of `etag`. */
export async function removeSetFile(
  set: SetFolder,
  path: string,
  etag: string,
): Promise<Result<null, Refusal | Stale>> {
  return inTurn(join(set.folder, path), async () => {
    const place = join(set.folder, path);
    if ((await standsAt(place)) !== "file")
      return refuse({ kind: "bad path", detail: "Only plain files are removed." });
    const stale = await refuseStale(set, path, [etag]);
    if (stale !== null) return stale;
    await unlink(place);
    return done(null);
  });
}

/** Writes a text beside a file, under its name with an ending; never over anything. */
export async function writeBeside(set: SetFolder, path: string, ending: string, text: string): Promise<Result<null>> {
  const place = await placeFor(set, path);
  if (!place.ok) return place;
  const created = await createFile(`${place.value}${ending}`, new TextEncoder().encode(text));
  return created ? done(null) : exists(`${basename(path)}${ending}`);
}

/** The absolute path to write, its folder made and known to lie in the set. */
async function placeFor(set: SetFolder, path: string): Promise<Result<string>> {
  const wanted = dirname(join(set.folder, path));
  await mkdir(wanted, { recursive: true });
  const folder = await realpath(wanted);
  if (!isInside(set.folder, folder))
    return refuse({
      kind: "bad path",
      detail: "This path leads out of the guideline set.",
    });
  return done(join(folder, basename(path)));
}

/** A new file may not differ from a present one only in case or accents' spelling: on some systems they are one file. */
async function refuseOther(place: string, found: "file" | null): Promise<Result<never> | null> {
  const name = basename(place);
  const names = await readdir(dirname(place));
  const same = found === "file" ? name : names.find((other) => foldName(other) === foldName(name));
  return same === undefined ? null : exists(same);
}

async function refuseStale(
  set: SetFolder,
  path: string,
  etags: readonly string[],
): Promise<Result<never, Stale> | null> {
  const current = await readSetFile(set, path);
  if (!current.ok)
    return refuse({
      kind: "stale",
      detail: "The file is no longer there.",
      current: null,
    });
  const { text, etag } = current.value;
  if (etags.includes(etag)) return null;
  return refuse({
    kind: "stale",
    detail: "The file was changed by somebody else meanwhile.",
    current: { text, etag },
  });
}

function exists(name: string): Result<never> {
  return refuse({
    kind: "exists",
    detail: `There already is a file \`${name}\` here.`,
  });
}

/** `false` when `onlyNew` and the file has appeared meanwhile; a hard link cannot replace. */
async function replace(place: string, bytes: Uint8Array, onlyNew: boolean, mode?: number): Promise<boolean> {
  const temporary = join(dirname(place), `.${randomUUID()}.tmp`);
  try {
    await writeDurably(temporary, bytes, mode ?? (await modeOf(place)));
    await (onlyNew ? link(temporary, place) : rename(temporary, place));
    await syncFolder(dirname(place));
    return true;
  } catch (error) {
    if (onlyNew && isExistsError(error)) return false;
    throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** Writes a new file and waits until it is on the disk. */
export async function writeDurably(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Replaces what stands at a path, whole or not at all; a link keeps pointing where it does. */
export async function replaceFile(place: string, bytes: Uint8Array): Promise<void> {
  await replace(await realpath(place).catch(() => place), bytes, false);
}

const ONLY_OURS = 0o600;

/** Writes a text that only this account may read, whole or not at all. */
export async function writeSecretly(place: string, text: string): Promise<void> {
  await replace(place, new TextEncoder().encode(text), false, ONLY_OURS);
}

/** As `writeSecretly`, of a file that must not exist yet; `false` when it does. */
export async function createSecretly(place: string, text: string): Promise<boolean> {
  return replace(place, new TextEncoder().encode(text), true, ONLY_OURS);
}

/** Creates a file that must not exist yet; `false` when it does. For archives, which are never overwritten. */
export async function createFile(place: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(dirname(place), { recursive: true });
  return replace(place, bytes, true);
}

async function modeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found === null ? 0o644 : found.mode & 0o777;
}

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  // Some file systems cannot sync a folder; the file itself is safe by then.
  await folder.sync().catch(() => undefined);
  await folder.close();
}

function isExistsError(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

const turns = new Map<string, Promise<unknown>>();

/** Runs work on one path after the work already waiting for it, in this process. */
export async function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(path) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(path, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(path) === mine) turns.delete(path);
  }
}
