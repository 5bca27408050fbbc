import type { Transaction } from "kysely";
import type { Database, Tables } from "../database/index.ts";
import type { Refusal, Result } from "../../folders/index.ts";
import { type Standing, standingFiles } from "./changes.ts";
import { isStorable, noSet, removedSet } from "./readDraft.ts";

/** A set that nobody else changes until the transaction ends. */
export interface Held {
  readonly transaction: Transaction<Tables>;
  readonly set: string;
  readonly revision: number;
  /** Digest of the folder's files as they were last taken in; `null`: the set did not come from a folder. */
  readonly imported: string | null;
  readonly standing: Standing;
}

/** Runs work while no other change of the set can come between. What the work refuses it must not have begun to write. */
export async function holdSet<T, R>(
  database: Database,
  set: string,
  work: (held: Held) => Promise<Result<T, R>>,
): Promise<Result<T, R | Refusal>> {
  if (!isStorable(set)) return noSet(set);
  return database.transaction().execute((transaction) => holdSetIn(transaction, set, work));
}

/** The same as part of a transaction that does more. */
export async function holdSetIn<T, R>(
  transaction: Transaction<Tables>,
  set: string,
  work: (held: Held) => Promise<Result<T, R>>,
): Promise<Result<T, R | Refusal>> {
  if (!isStorable(set)) return noSet(set);
  const row = await transaction
    .selectFrom("guideline_set")
    .select(["revision", "imported", "removed_after"])
    .where("name", "=", set)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return noSet(set);
  const { removed_after, ...held } = row;
  if (removed_after !== null) return removedSet(set);
  return work({ transaction, set, ...held, standing: await standingFiles(transaction, set) });
}
