import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/index.ts";

/** A table, and the columns by which its rows are told apart, in which they are also written. */
export interface KeptTable {
  readonly name: string;
  readonly key: readonly string[];
}

/** Every table but those of the migrations, each after those it refers to. */
export async function keptTables(database: Kysely<Tables>): Promise<readonly KeptTable[]> {
  const { rows } = await sql<{ name: string; key: string[] | null; refers: string[] | null }>`
    select t.relname::text as name,
      (select array_agg(a.attname::text order by array_position(k.conkey, a.attnum)) from pg_constraint k
        join pg_attribute a on a.attrelid = t.oid and a.attnum = any(k.conkey)
        where k.conrelid = t.oid and k.contype = 'p') as key,
      (select array_agg(distinct k.confrelid::regclass::text) from pg_constraint k
        where k.conrelid = t.oid and k.contype = 'f' and k.confrelid <> t.oid) as refers
    from pg_class t
    where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname not like 'kysely\\_%'
    order by t.relname`.execute(database);
  return inOrder(rows.map(({ name, key, refers }) => ({ name, key: key ?? [], refers: refers?.map(unquoted) ?? [] })));
}

/** `regclass` writes a name that is a word of SQL in quotes. */
const unquoted = (name: string) => name.replaceAll('"', "");

function inOrder(tables: readonly (KeptTable & { readonly refers: readonly string[] })[]): readonly KeptTable[] {
  const placed = new Set<string>();
  const ordered: KeptTable[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ name, refers }) => !placed.has(name) && refers.every((other) => placed.has(other)));
    if (ready.length === 0) throw new Error("tables refer to each other in a circle");
    for (const { name, key } of ready) {
      placed.add(name);
      ordered.push({ name, key });
    }
  }
  return ordered;
}

export async function migrationsOf(database: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database);
  return rows.map(({ name }) => name);
}
