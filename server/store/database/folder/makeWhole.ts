import { readdir, rename, rm, rmdir } from "node:fs/promises";
import { DamagedFiles } from "../problem.ts";

/**
 * Makes the files of a database where there are none, beside their place and then moved there: whoever is killed meanwhile leaves
 * nothing that could be taken for a database. So where there are files, they were one: without its version PGlite would begin
 * another over them, and everything that was kept would be gone.
 */
export async function makeWhole(folder: string, make: (place: string) => Promise<void>): Promise<void> {
  const found = await filesIn(folder);
  if (found.includes("PG_VERSION")) return;
  if (found.length > 0) throw new DamagedFiles("there are files, but no database");
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await make(making);
  await rmdir(folder).catch(unlessAbsent);
  await rename(making, folder);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(unlessAbsent)) ?? [];
}

function unlessAbsent(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
