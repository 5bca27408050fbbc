import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rename, rm, rmdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder, writeDurably } from "../folders/index.ts";

/**
 * Several files that come into a folder together. They are written into a folder beside, whose renaming is the moment from which
 * they count; whoever comes next finishes what was renamed and takes away what was not.
 */
const writing = ".publishing-";
const written = ".published-";

/** A file and its bytes; `mode` in octal where others may not read it. */
export interface NewFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Puts files into a folder, all of them or none, on the disk when it returns. What has such a name is replaced. */
export async function putTogether(folder: string, files: readonly NewFile[]): Promise<void> {
  const id = randomUUID();
  const beside = join(folder, `${writing}${id}`);
  await mkdir(beside, { recursive: true });
  for (const { name, content } of files) await writeDurably(join(beside, name), content, 0o644);
  await syncFolder(beside);
  await rename(beside, join(folder, `${written}${id}`));
  await syncFolder(folder);
  await finish(folder);
}

/** Finishes what was put together and did not come to its end. */
export async function finish(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(written))) await moveAll(folder, join(folder, name));
}

/** Takes away what somebody began to write and did not put together. Only for whose turn it is. */
export async function clear(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(writing)))
    await rm(join(folder, name), { recursive: true, force: true });
}

/** Two may do this at once: what one has moved is not there for the other. The log comes last. */
async function moveAll(folder: string, from: string): Promise<void> {
  const names = (await readdir(from).catch(() => [])).toSorted((a, b) => rank(a) - rank(b));
  for (const name of names) await rename(join(from, name), join(folder, name)).catch(unlessGone);
  await syncFolder(folder);
  await rmdir(from).catch(unlessGone);
}

const rank = (name: string): number => (name.endsWith(".json") && !name.includes(".attestation.") ? 1 : 0);

function unlessGone(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code !== "ENOENT" && code !== "ENOTEMPTY") throw error;
}

const LOCK = ".turn";
/** Milliseconds between two looks whether it is our turn, and how long one waits at most. */
const PAUSE = 25;
const PATIENCE = 30_000;

/** Runs work while no other process works on the folder; `null` when one did all the while. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T | null> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, LOCK);
  if (!(await taken(lock))) return null;
  try {
    return await work();
  } finally {
    await unlink(lock);
  }
}

async function taken(lock: string): Promise<boolean> {
  const mine = `${lock}-${randomUUID()}`;
  await writeDurably(mine, new TextEncoder().encode(String(process.pid)), 0o644);
  try {
    for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
      if (await take(lock, mine)) return true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return false;
  } finally {
    await unlink(mine);
  }
}

/** The lock says whose process it is, so that one which was killed does not keep others out. */
async function take(lock: string, mine: string): Promise<boolean> {
  try {
    await link(mine, lock);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    await freeAbandoned(lock);
    return false;
  }
}

/** Of two who find it abandoned one takes it away: renaming is for one only. */
async function freeAbandoned(lock: string): Promise<void> {
  const owner = await readFile(lock, "utf8").catch(() => null);
  if (owner === null || isRunning(Number(owner))) return;
  const aside = `${lock}-${randomUUID()}`;
  await rename(lock, aside).catch(unlessGone);
  const moved = await readFile(aside, "utf8").catch(() => null);
  // Somebody else had taken the turn between the look and the renaming: theirs goes back.
  if (moved !== null && moved !== owner) await rename(aside, lock);
  await unlink(aside).catch(unlessGone);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
