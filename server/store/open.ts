import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Database, openDatabase, openingProblem } from "./database/index.ts";
import { type FolderLock, type Holder, lockFolder, Serving } from "./lock/index.ts";

/** `folder`: everything in a folder of this machine. `postgres`: in a PostgreSQL server, its address as in `DATABASE_URL`. */
export type StorePlace =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

/** What is kept, open. */
export interface Store {
  readonly database: Database;
  /** Tells other processes that want the same store that a server runs on it; of a folder also where it listens. */
  readonly announce: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The store, or who has it (`url`: where their server listens), or the sentence that says why it cannot be opened. */
export type OpenedStore =
  | { readonly kind: "open"; readonly store: Store }
  | { readonly kind: "in use"; readonly detail: string; readonly url: string | null }
  | { readonly kind: "refused"; readonly detail: string };

/** Opens the store, or makes an empty one. A folder is opened by one process at a time. */
export async function openStore(place: StorePlace): Promise<OpenedStore> {
  return place.kind === "folder" ? openFolder(place.path) : openPlace(place, servingOn(place.url));
}

async function openFolder(folder: string): Promise<OpenedStore> {
  // For this account only, and nothing for version control.
  const path = join(folder, "database");
  await mkdir(path, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, ".gitignore"), "*\n");
  const locked = await lockFolder(folder);
  if (locked.kind === "held") return { kind: "in use", detail: heldBy(locked.by, folder), url: locked.by.url };
  return openPlace({ kind: "folder", path }, locked.lock);
}

async function openPlace(place: StorePlace, lock: FolderLock): Promise<OpenedStore> {
  try {
    const database = await openDatabase(place);
    const close = async () => {
      await database.destroy();
      await lock.release();
    };
    return { kind: "open", store: { database, announce: lock.announce, close } };
  } catch (error) {
    await lock.release();
    const detail = openingProblem(error);
    if (detail === null) throw error;
    return { kind: "refused", detail };
  }
}

/** PostgreSQL takes as many processes as it has connections for; who would replace everything is told that a server runs. */
function servingOn(url: string): FolderLock {
  const serving = new Serving(url);
  return { announce: () => serving.begin(), release: () => serving.end() };
}

function heldBy({ pid, host, url }: Holder, folder: string): string {
  const where = url === null ? "" : `, which listens at ${url}`;
  return `The store in ${folder} is in use by process ${pid} on ${host}${where}.`;
}
