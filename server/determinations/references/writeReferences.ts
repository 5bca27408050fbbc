import { sql, type Transaction } from "kysely";
import { type Database, record, type Tables } from "../../store/index.ts";
import { inBatches } from "./inBatches.ts";
import { type Reference, rowOf } from "./reference.ts";

/** A case to be kept with its reference, sealed. */
export interface Kept {
  readonly digest: string;
  readonly sealed: string;
  readonly expiresAt: Date;
}

export interface Noted {
  readonly reference: Reference;
  /** `null` where cases are not kept. */
  readonly kept: Kept | null;
}

/** Rows of one statement; more connections than this rarely wait at once. */
const MOST = 200;

/**
 * Writes references so that they are durable when the promise resolves: a determination that was given out is never
 * missing from the list, whatever happens to the process. What waits goes into one transaction, with one entry of the
 * audit log for each person and set.
 */
export function referenceWriter(database: Database): (noted: Noted) => Promise<void> {
  return inBatches(async (batch) => {
    await database.transaction().execute((transaction) => write(transaction, batch));
    return batch.map(() => undefined);
  }, MOST);
}

async function write(transaction: Transaction<Tables>, batch: readonly Noted[]): Promise<void> {
  const references = batch.map(({ reference }) => reference);
  await insert(transaction, references);
  await keepCases(transaction, batch);
  const groups = Map.groupBy(references, ({ actor, set }) => JSON.stringify([actor, set]));
  for (const group of groups.values()) await auditGroup(transaction, group);
}

/** As one parameter: nine of each row take longer to hand over than the rows take to be written. */
async function insert(transaction: Transaction<Tables>, references: readonly Reference[]): Promise<void> {
  const rows = JSON.stringify(references.map(rowOf));
  await sql`
    insert into determination
      (id, set_name, version, digest, case_digest, record_digest, service_date, actor, at)
    select id, set_name, version, digest, case_digest, record_digest, service_date, actor, at
    from jsonb_to_recordset(${rows}::jsonb) as row
      (id text, set_name text, version text, digest text, case_digest text, record_digest text,
       service_date date, actor text, at timestamptz)`.execute(transaction);
}

/** A case that is determined again is kept for as long as the later determination asks for. */
async function keepCases(transaction: Transaction<Tables>, batch: readonly Noted[]): Promise<void> {
  const cases = new Map(batch.flatMap(({ kept }) => (kept === null ? [] : [[kept.digest, kept] as const])));
  if (cases.size === 0) return;
  const rows = [...cases.values()].map(({ digest, sealed, expiresAt }) => ({ digest, sealed, expires_at: expiresAt }));
  await transaction
    .insertInto("stored_case")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("digest").doUpdateSet((row) => ({
        sealed: row.ref("excluded.sealed"),
        expires_at: row.ref("excluded.expires_at"),
      })),
    )
    .execute();
}

async function auditGroup(transaction: Transaction<Tables>, group: readonly Reference[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const { actor, set, at } = first;
  const determinations = group.map(({ id, recordDigest }) => `${id} ${recordDigest}`);
  await record(transaction, { actor, action: "determine cases", subject: set, detail: { set, determinations }, at });
}
