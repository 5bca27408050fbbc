import { randomUUID } from "node:crypto";
import { link, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Holder, readHolder, runs, thisProcess } from "./holder.ts";

/** The folder is ours, or another process has it. */
export type Locked =
  | { readonly kind: "ours"; readonly lock: FolderLock }
  | { readonly kind: "held"; readonly by: Holder };

export interface FolderLock {
  /** Tells in the lock file where the server of this process listens. */
  readonly announce: (url: string) => Promise<void>;
  readonly release: () => Promise<void>;
}

/** A process of another machine cannot be asked for: its lock is old when it was not touched for so long. */
const BEAT_MILLISECONDS = 5_000;
const OLD_MILLISECONDS = 60_000;
const ATTEMPTS = 5;
/** Two may take over the same old lock, and one move away what the other just made; this is longer than that takes. */
const SETTLING_MILLISECONDS = 20;

/**
 * Takes a folder for this process. What a process left that was killed is taken over: it is told by process number and
 * start, and by the age of the file where the process ran on another machine (or in another container).
 */
export function lockFolder(folder: string): Promise<Locked> {
  return lockFile(join(folder, "lock"));
}

/** As `lockFolder`, by a lock file of any name. */
export async function lockFile(file: string): Promise<Locked> {
  const self = await thisProcess();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(file, self)) await setTimeout(SETTLING_MILLISECONDS);
    const holder = await readHolder(file);
    if (holder?.token === self.token) return { kind: "ours", lock: lockOf(file, self) };
    if (holder !== null && (await isAlive(file, holder))) return { kind: "held", by: holder };
    await remove(file, holder);
  }
  throw new Error("the lock is taken over by others again and again");
}

/** Whole or not at all, and only where none stands: a link fails where a name exists. On a full disk nothing of it stays. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function isAlive(file: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname()) return runs(holder);
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < OLD_MILLISECONDS;
}

/** Whoever moved away a new lock in place of the old one puts it back. */
async function remove(file: string, old: Holder | null): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const found = await readHolder(aside);
  if (found !== null && found.token !== old?.token) await link(aside, file).catch(() => undefined);
  await rm(aside);
}

function lockOf(file: string, self: Holder): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(file, now, now).catch(() => undefined);
  }, BEAT_MILLISECONDS);
  beat.unref();
  return {
    announce: async (url) => {
      const draft = `${file}.${randomUUID()}`;
      await writeFile(draft, JSON.stringify({ ...self, url }), { mode: 0o600 });
      await rename(draft, file);
    },
    release: async () => {
      clearInterval(beat);
      await rm(file, { force: true });
    },
  };
}
