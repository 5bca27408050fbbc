import { PGlite, types } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, PostgresDialect } from "kysely";
import { Pool, TypeOverrides } from "pg";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** The rows of everything the server keeps. */
export type Database = Kysely<Tables>;

/** `folder`: PGlite in a folder of its own (`memory://` for none). `url`: a PostgreSQL server, as in `DATABASE_URL`. */
export type DatabasePlace =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

/** Opens the database and brings its tables up to date. Close it with `destroy`. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const database = new Kysely<Tables>({ dialect: dialectOf(place) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

function dialectOf(place: DatabasePlace) {
  return place.kind === "folder"
    ? new PGliteDialect({ pglite: () => PGlite.create(place.path, { parsers: { [types.DATE]: asWritten } }) })
    : new PostgresDialect({ pool: new Pool({ connectionString: place.url, types: daysAsWritten() }) });
}

const asWritten = (text: string) => text;

/** Days stay `YYYY-MM-DD`: as moments they would be of one time zone. */
function daysAsWritten(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.DATE, asWritten);
  return overrides;
}
