import { createHash, randomUUID } from "node:crypto";
import { glob, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { sql } from "kysely";
import { type Database, openDatabase } from "../../server/store/index.ts";

const root = join(import.meta.dirname, "..", "..");
const templates = join(root, "build", "store-templates");

let made: Promise<string> | null = null;

/** Before any test: it takes longer than a test may. */
export async function setup(): Promise<void> {
  await storeTemplate();
}

/** A folder with the files of an empty store, made once for one state of the tables. */
export function storeTemplate(): Promise<string> {
  made ??= digestOfTables().then((digest) => makeTemplate(join(templates, digest)));
  return made;
}

async function makeTemplate(folder: string): Promise<string> {
  if (await exists(folder)) return folder;
  const unfinished = join(templates, randomUUID());
  await mkdir(unfinished, { recursive: true });
  const database = await openDatabase({ kind: "folder", path: unfinished });
  await dropSpareDatabases(database);
  await database.destroy();
  // Another process may have been as quick: what stands there then is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  await removeOthers(basename(folder));
  return folder;
}

/** PostgreSQL makes three databases, of which one is used: copying takes as much less time. */
async function dropSpareDatabases(database: Database): Promise<void> {
  await sql`update pg_database set datistemplate = false where datname <> current_database()`.execute(database);
  for (const name of ["template0", "template1"]) await sql`drop database ${sql.id(name)}`.execute(database);
}

async function removeOthers(digest: string): Promise<void> {
  const isDigest = (name: string) => /^[0-9a-f]{64}$/.test(name);
  for await (const name of glob("*", { cwd: templates }))
    if (isDigest(name) && name !== digest) await rm(join(templates, name), { recursive: true, force: true });
}

async function digestOfTables(): Promise<string> {
  const hash = createHash("sha256");
  const sources: string[] = [];
  for await (const source of glob("server/store/database/**/*.ts", { cwd: root })) sources.push(source);
  for (const source of [...sources.toSorted(), "test/support/storeTemplate.ts", "package-lock.json"])
    hash.update(await readFile(join(root, source)));
  return hash.digest("hex");
}

function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
