import { basename } from "node:path";
import { sql, type Transaction } from "kysely";
import type { PinnedHead } from "../../../engine/attestation/index.ts";
import { type AuditVerified, record, verifyAudit } from "../audit/index.ts";
import type { Database, Tables } from "../database/index.ts";
import { keepServersOut } from "../lock/index.ts";
import { leaveOut } from "./leftOut.ts";
import { DamagedBackup, readBackup } from "./read.ts";
import { broughtBack, forkProblem, type Standing, standingOf } from "./standing.ts";
import { type KeptTable, keptTables, migrationsOf } from "./tables.ts";

/**
 * `audit`: what the audit log of the backup is found to be; one that was broken before it was backed up is as broken now. `remarks`:
 * what has to be known and done after it, a sentence each.
 */
export type Restored =
  | {
      readonly kind: "restored";
      readonly rows: number;
      readonly at: string;
      readonly audit: AuditVerified;
      readonly remarks: readonly string[];
    }
  | { readonly kind: "refused"; readonly detail: string };

/** How a backup is restored. */
export interface Restoring {
  /** Also over a store that holds something. */
  readonly replace: boolean;
  /** Also where that forks the signed log. */
  readonly evenIfOlder?: boolean;
  /** A head of the log that somebody kept: the log of the backup has to hold it. */
  readonly pinned?: PinnedHead | null;
  readonly now: Date;
}

/**
 * Puts a backup in the place of everything the store keeps: all of it or nothing. A store that holds something is left
 * alone unless `replace`, and one whose log went on since unless `evenIfOlder`.
 */
export async function restoreBackup(database: Database, file: string, how: Restoring): Promise<Restored> {
  try {
    return await database.transaction().execute((transaction) => restore(transaction, file, how));
  } catch (error) {
    if (error instanceof DamagedBackup || error instanceof NotRestored)
      return { kind: "refused", detail: error.message };
    throw error;
  }
}

/** Why a backup that may be sound is not restored, as a sentence. */
class NotRestored extends Error {
  override readonly name = "NotRestored";
}

async function restore(transaction: Transaction<Tables>, file: string, how: Restoring): Promise<Restored> {
  const { replace, evenIfOlder = false, pinned = null, now } = how;
  if (!(await keepServersOut(transaction)))
    throw new NotRestored("A server is running on this database. Stop it first; nothing was replaced.");
  const tables = await keptTables(transaction);
  if (!replace && !(await isEmpty(transaction, tables)))
    throw new NotRestored("The store is not empty. Nothing of it was replaced.");
  const before = await standingOf(transaction);
  const restored = await fill(transaction, tables, file);
  const after = await standingOf(transaction);
  const fork = forkProblem(before, after, pinned);
  if (fork !== null && !evenIfOlder) throw new NotRestored(`${fork} ${notForked}`);
  const audit = await verifyAudit(transaction);
  const detail = { made: restored.at, rows: restored.rows, forked: fork !== null };
  const event = { actor: "command line", action: "restore backup", subject: basename(file), detail, at: now };
  await record(transaction, event);
  return { kind: "restored", ...restored, audit, remarks: remarksOf(before, after, { at: restored.at, fork }) };
}

const notForked =
  "The next release would fork a log that was signed, and who kept its head would refuse every release from then on. Take a newer backup, or say --even-if-older. Nothing was replaced.";

interface Made {
  readonly at: string;
  readonly fork: string | null;
}

function remarksOf(before: Standing, after: Standing, { at, fork }: Made): readonly string[] {
  const forked = "Change the signing keys before the next release, and tell who verifies to take the new ones";
  return [
    `What was done after ${at} is not in it: keys that were revoked, cases that were deleted, people who were put out since are back.`,
    ...broughtBack(before, after),
    ...(fork === null ? [] : [`${fork} ${forked}.`]),
    ...(after.keys.size === 0 ? [] : [sealed]),
    ...(after.people.size === 0 ? [] : ["Everybody signs in again, and access tokens have to be made anew."]),
  ];
}

const sealed =
  "Its signing keys open only with the secret of the server it was made on (PRECEPT_KEY_SECRET, or the file `key-secret`).";

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
  await leaveOut(
    transaction,
    tables.map(({ name }) => name),
  );
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
