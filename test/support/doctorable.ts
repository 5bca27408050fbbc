import { sql } from "kysely";
import type { Database, Tables } from "../../server/store/index.ts";

/** Lets a test write to tables as whoever owns the database can; what is returned puts everything back as it was. */
export async function doctorable(database: Database, tables: readonly (keyof Tables)[]): Promise<() => Promise<void>> {
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(database);
    await sql`create table ${sql.table(`${table}_as_it_was`)} as table ${sql.table(table)}`.execute(database);
  }
  return async () => {
    for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(database);
    for (const table of tables)
      await sql`insert into ${sql.table(table)} table ${sql.table(`${table}_as_it_was`)}`.execute(database);
  };
}
