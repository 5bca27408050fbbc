import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type FolderLock, lockFile } from "../../store/index.ts";

const LOCK = ".turn";
/** Milliseconds between two looks whether it is our turn, and how long one waits at most. */
const PAUSE = 25;
const PATIENCE = 30_000;

/** Runs work while no other process works on the folder; `null` when one did all the while. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T | null> {
  await mkdir(folder, { recursive: true });
  const lock = await taken(join(folder, LOCK));
  if (lock === null) return null;
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function taken(file: string): Promise<FolderLock | null> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await setTimeout(PAUSE)) {
    const locked = await lockFile(file);
    if (locked.kind === "ours") return locked.lock;
  }
  return null;
}
