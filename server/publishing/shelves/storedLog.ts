import {
  type Decoded,
  type Hash,
  hashOfLeaf,
  type Leaf,
  leafSchema,
  type ReleaseLog,
  type SignedHead,
  signedHeadSchema,
} from "../../../engine/attestation/index.ts";
import { sql, type Transaction } from "kysely";
import type { Database, Tables } from "../../store/index.ts";

/** The head that was signed last, and the one before it; `null` where there is none. */
export async function storedHeads(database: Database) {
  const rows = await database.selectFrom("tree_head").select("signed").orderBy("size", "desc").limit(2).execute();
  const [head = null, before = null] = rows.map(({ signed }): SignedHead => signedHeadSchema.parse(JSON.parse(signed)));
  return { head, before };
}

/** The whole log. Entries are only ever added, so a head that is read first is of entries that are read after it. */
export async function storedLog(
  database: Database,
  read: typeof storedEntries = storedEntries,
): Promise<Decoded<ReleaseLog | null>> {
  const { head } = await storedHeads(database);
  const entries = await read(database, 0, head?.size ?? 1);
  if (!entries.ok) return entries;
  if (head !== null) return { ok: true, value: { schema: "precept/log/2", entries: entries.value, head } };
  return entries.value.length === 0 ? { ok: true, value: null } : damaged("It has entries, and no head was signed.");
}

/** As `storedLog`, while nobody else adds to it: then there is nothing behind its head. */
export async function storedLogInTurn(
  database: Database,
  transaction: Transaction<Tables>,
): Promise<Decoded<ReleaseLog | null>> {
  const log = await storedLog(transaction, (_, from, count) => sameEntries(database, transaction, from + count));
  const more = log.ok && log.value !== null ? await storedEntries(transaction, log.value.head.size, 1) : null;
  if (more === null || (more.ok && more.value.length === 0)) return log;
  return more.ok ? damaged("There are entries behind those that were signed.") : more;
}

/** Entries as they were read, and the SHA-256 of the rows that they were read of. */
interface ReadOnce {
  readonly entries: readonly Leaf[];
  readonly rows: string;
}

const readOnce = new WeakMap<Database, ReadOnce>();

/**
 * The first entries, of which only those are read that were not read before from these very rows: reading all of a long log anew
 * takes longer than all else. That the rows are the same, the database says of every byte of them.
 */
async function sameEntries(
  database: Database,
  transaction: Transaction<Tables>,
  size: number,
): Promise<Decoded<readonly Leaf[]>> {
  const kept = readOnce.get(database);
  const isSame = kept !== undefined && (await digestOfRows(transaction, kept.entries.length)) === kept.rows;
  const before = isSame ? kept.entries.slice(0, size) : [];
  const more = await storedEntries(transaction, before.length, size - before.length);
  if (!more.ok) return more;
  const entries = [...before, ...more.value];
  readOnce.set(database, { entries, rows: await digestOfRows(transaction, entries.length) });
  return { ok: true, value: entries };
}

/** Each text stands after its length, so that no part of a row can pass for another. */
async function digestOfRows(transaction: Transaction<Tables>, size: number): Promise<string> {
  const row = sql`concat_ws(' ', index, length(hash), hash, length(leaf), leaf)`;
  const { rows } = await sql<{ digest: string | null }>`
    select encode(sha256(convert_to(string_agg(${row}, ' ' order by index), 'UTF8')), 'hex') as digest
      from log_entry where index < ${size}`.execute(transaction);
  return rows[0]?.digest ?? "";
}

/** Some entries of the log, in order; refused where the rows are not as they were written. */
export async function storedEntries(
  database: Database,
  from: number,
  count: number,
): Promise<Decoded<readonly Leaf[]>> {
  const rows = await database
    .selectFrom("log_entry")
    .select(["index", "leaf", "hash"])
    .where("index", ">=", from)
    .where("index", "<", from + count)
    .orderBy("index")
    .execute();
  const entries: Leaf[] = [];
  for (const { index, leaf, hash } of rows) {
    const decoded = leafIn(leaf);
    if (decoded === null || index !== from + entries.length || hashOfLeaf(decoded) !== hash)
      return damaged(`Its entry ${from + entries.length + 1} is not as it was written.`);
    entries.push(decoded);
  }
  return { ok: true, value: entries };
}

function leafIn(text: string): Leaf | null {
  try {
    return leafSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function damaged(problem: string): Decoded<never> {
  return { ok: false, problem: `The log in the store is damaged. ${problem} Restore a backup.` };
}

const known = new WeakMap<Database, Hash[]>();

/**
 * The leaf hashes of at least the first `size` entries. They are kept as long as the database is open, so that who asks again is not
 * read all of them again; another log, restored in its place, is told by the last of them.
 */
export async function storedHashes(database: Database, size: number): Promise<readonly Hash[]> {
  const kept = known.get(database) ?? [];
  const from = Math.max(0, Math.min(kept.length, size) - 1);
  const rows = await database
    .selectFrom("log_entry")
    .select(["index", "hash"])
    .where("index", ">=", from)
    .where("index", "<", size)
    .orderBy("index")
    .execute();
  const isOther = kept.length > 0 && rows[0]?.hash !== kept[from];
  known.set(database, isOther ? [] : kept);
  if (isOther) return storedHashes(database, size);
  // What another request added meanwhile is not added twice.
  for (const { index, hash } of rows) if (index === kept.length) kept.push(hash);
  return kept;
}
