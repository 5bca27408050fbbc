import type { Decoded, KeyRecord, KeySet, ReleaseLog } from "../../../engine/attestation/index.ts";
import type { Database } from "../../store/index.ts";
import { isPairOf, type KeptKey, keptKeys, type KeySecret, publicKeys } from "../keys/index.ts";
import { logProblem } from "./growth.ts";
import { storedLog } from "./storedLog.ts";

/** What this server itself stands for in the store, whoever else can write to its tables. */
export interface Own {
  /** `null` before the first entry. */
  readonly log: ReleaseLog | null;
  /** Those that it has the private part of, and those that the log they signed holds. */
  readonly keys: KeySet;
}

/**
 * The log as own keys signed it. Only the secret, which is not in the database, tells which keys are own; keys that sign no more have
 * no private part left, and are known from the log. `secret`: `null` where there is none at hand; then keys are believed as they stand.
 */
export function ownLog(database: Database, secret: KeySecret | null): Promise<Decoded<Own>> {
  // Keys and log change together.
  const snapshot = database.transaction().setIsolationLevel("repeatable read");
  return snapshot.execute((transaction) => ownIn(transaction, secret));
}

async function ownIn(database: Database, secret: KeySecret | null): Promise<Decoded<Own>> {
  const own = await ownKeys(database, secret);
  if (!own.ok) return own;
  const log = await storedLog(database);
  if (!log.ok) return log;
  const problem = log.value === null ? null : await logProblem(log.value, own.value, null);
  if (problem !== null) return { ok: false, problem: `The log is not as it was signed here. ${problem}` };
  const told = (log.value?.entries ?? []).flatMap((leaf) => (leaf.type === "key" ? [leaf.key] : []));
  return { ok: true, value: { log: log.value, keys: [...own.value, ...told] } };
}

async function ownKeys(database: Database, secret: KeySecret | null): Promise<Decoded<readonly KeyRecord[]>> {
  if (secret === null) return { ok: true, value: await publicKeys(database) };
  const kept = await keptKeys(database, secret);
  return kept.ok ? { ok: true, value: pairs(kept.value) } : kept;
}

/** Keys with the private part that is theirs. */
export function pairs(keys: readonly KeptKey[]): readonly KeyRecord[] {
  return keys.flatMap(({ record, d }) => (d !== null && isPairOf({ record, d }) ? [record] : []));
}
