import { cp, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../server/store/index.ts";
import { storeTemplate } from "./storeTemplate.ts";

/** A store for one test. */
export interface TestDatabase {
  readonly database: Database;
  /** Closes it and removes its files. */
  readonly close: () => Promise<void>;
}

/** An empty store of its own, its tables made. */
export async function openEmptyStore(): Promise<TestDatabase> {
  const folder = await emptyStoreFolder();
  const database = await openDatabase({ kind: "folder", path: folder });
  return {
    database,
    close: async () => {
      await database.destroy();
      await rm(folder, { recursive: true });
    },
  };
}

/** A new folder with the files of an empty store; whoever asks removes it. */
export async function emptyStoreFolder(): Promise<string> {
  const folder = await scratchFolder();
  await copyEmptyStore(folder);
  return folder;
}

/** A new, empty folder; in memory where there is plenty, for hundreds of small files are slow to make on a disk. */
export async function scratchFolder(): Promise<string> {
  const memory = await statfs("/dev/shm").catch(() => null);
  const isPlenty = memory !== null && memory.bavail * memory.bsize > 1_000_000_000;
  return mkdtemp(join(isPlenty ? "/dev/shm" : tmpdir(), "precept-store-"));
}

/** Puts the files of an empty store into a folder: in a tenth of the time in which PostgreSQL makes them. */
export async function copyEmptyStore(folder: string): Promise<void> {
  await cp(await storeTemplate(), folder, { recursive: true });
}
