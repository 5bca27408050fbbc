import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Database, openDatabase } from "./database/index.ts";

/** `folder`: everything in a folder of this machine. `postgres`: in a PostgreSQL server, its address as in `DATABASE_URL`. */
export type StorePlace =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

/** What is kept, open. */
export interface Store {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** Opens the store, or makes an empty one. */
export async function openStore(place: StorePlace): Promise<Store> {
  const database = await openDatabase(
    place.kind === "postgres" ? place : { kind: "folder", path: await prepared(place.path) },
  );
  return { database, close: () => database.destroy() };
}

/** The folder of the database in the folder of the store: for this account only, and nothing for version control. */
async function prepared(folder: string): Promise<string> {
  const path = join(folder, "database");
  await mkdir(path, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, ".gitignore"), "*\n");
  return path;
}
