import { types } from "@electric-sql/pglite";
import { Kysely, PostgresDialect } from "kysely";
import { Pool, TypeOverrides } from "pg";
import { FolderDialect } from "./folder/index.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** The rows of everything the server keeps. */
export type Database = Kysely<Tables>;

/** `folder`: PGlite over the files of a folder. `postgres`: a PostgreSQL server, its address as in `DATABASE_URL`. */
export type DatabasePlace =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

/** Opens the database and brings its tables up to date. Close it with `destroy`. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const dialect =
    place.kind === "folder" ? new FolderDialect(place.path) : new PostgresDialect({ pool: poolOf(place.url) });
  const database = new Kysely<Tables>({ dialect });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

/** A connection that broke is replaced by the next that is asked for; unheard, its last words would end the process. */
function poolOf(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    types: daysAsWritten(),
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Days stay `YYYY-MM-DD`: as moments they would be of one time zone. */
function daysAsWritten(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.DATE, (text) => text);
  return overrides;
}
