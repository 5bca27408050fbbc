import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { LaterTables } from "./problem.ts";
import { first, removedAndAttributed, signIn } from "./migrations/index.ts";

/** In order; a name is never changed and nothing is put between two of them. */
const migrations = {
  "0001 first": first,
  "0002 sign-in": signIn,
  "0003 removed and attributed": removedAndAttributed,
};

/** Brings the tables to what this version of Precept reads and writes; throws when the database refuses. */
export async function migrate<T>(database: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
    throw new LaterTables();
  if (error !== undefined) throw new Error("the tables could not be brought up to date", { cause: error });
}
