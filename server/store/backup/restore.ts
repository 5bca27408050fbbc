import { basename } from "node:path";
import { sql, type Transaction } from "kysely";
import { type AuditVerified, record, verifyAudit } from "../audit/index.ts";
import type { Database, Tables } from "../database/index.ts";
import { DamagedBackup, readBackup } from "./read.ts";
import { type KeptTable, keptTables, migrationsOf } from "./tables.ts";

/** `audit`: what the audit log of the backup is found to be; one that was broken before it was backed up is as broken now. */
export type Restored =
  | { readonly kind: "restored"; readonly rows: number; readonly at: string; readonly audit: AuditVerified }
  | { readonly kind: "refused"; readonly detail: string };

/**
 * Puts a backup in the place of everything the store keeps: all of it or nothing. A store that holds something is left
 * alone unless `replace`.
 */
export async function restoreBackup(
  database: Database,
  file: string,
  { replace, now }: { readonly replace: boolean; readonly now: Date },
): Promise<Restored> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const tables = await keptTables(transaction);
      if (!replace && !(await isEmpty(transaction, tables)))
        throw new DamagedBackup("The store is not empty. Nothing of it was replaced.");
      const restored = await fill(transaction, tables, file);
      const audit = await verifyAudit(transaction);
      const detail = { made: restored.at, rows: restored.rows };
      await record(transaction, {
        actor: "command line",
        action: "restore backup",
        subject: basename(file),
        detail,
        at: now,
      });
      return { kind: "restored", ...restored, audit };
    });
  } catch (error) {
    if (error instanceof DamagedBackup) return { kind: "refused", detail: error.message };
    throw error;
  }
}

/** One row of the audit log's head is there from the beginning. */
async function isEmpty(transaction: Transaction<Tables>, tables: readonly KeptTable[]): Promise<boolean> {
  for (const { name } of tables) {
    if (name === "audit_head") continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(transaction);
    if (rows.length > 0) return false;
  }
  return true;
}

async function fill(transaction: Transaction<Tables>, tables: readonly KeptTable[], file: string) {
  const names = new Set(tables.map(({ name }) => name));
  const known = new Set(await migrationsOf(transaction));
  let [into, rows, at] = ["", 0, ""];
  await empty(transaction, tables);
  await readBackup(file, {
    header: async (header) => {
      if (header.migrations.some((name) => !known.has(name)))
        throw new DamagedBackup("The backup was made by a later version of Precept.");
      at = header.at;
    },
    table: async (name) => {
      if (!names.has(name))
        throw new DamagedBackup(`The backup holds a table \`${name}\` that this version does not know.`);
      into = name;
    },
    row: async (json) => {
      await insertRow(transaction, into, json);
      rows += 1;
    },
  });
  await continueNumbers(transaction);
  return { rows, at };
}

/** Tables that are only added to refuse to be emptied, except to whom they belong, who says so. */
async function empty(transaction: Transaction<Tables>, tables: readonly KeptTable[]): Promise<void> {
  for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(transaction);
  await sql`truncate ${sql.join(tables.map(({ name }) => sql.table(name)))}`.execute(transaction);
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(transaction);
}

async function insertRow(transaction: Transaction<Tables>, table: string, json: string): Promise<void> {
  const into = sql.table(table);
  try {
    await sql`insert into ${into} overriding system value
      select * from jsonb_populate_record(null::${into}, ${json}::text::jsonb)`.execute(transaction);
  } catch (error) {
    throw isOfContent(error) ? new DamagedBackup(`A row of the table \`${table}\` does not fit into it.`) : error;
  }
}

/** Data exceptions and violated constraints, rather than a database that is gone or full (PostgreSQL's appendix A). */
function isOfContent(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
}

/** Numbers that are given out go on after the largest that was. */
async function continueNumbers(transaction: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select table_name::text as name, column_name::text as column from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(transaction);
  for (const { name, column } of rows) {
    const largest = sql`(select max(${sql.ref(column)}) from ${sql.table(name)})`;
    const sequence = sql`pg_get_serial_sequence(quote_ident(${name}::text), ${column}::text)`;
    await sql`select setval(${sequence}, coalesce(${largest}, 1), ${largest} is not null)`.execute(transaction);
  }
}
