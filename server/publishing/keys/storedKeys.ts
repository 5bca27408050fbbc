import type { Transaction } from "kysely";
import { type Decoded, type KeyRecord, type KeySet, keyRecordSchema } from "../../../engine/attestation/index.ts";
import { canonicalText } from "../../../engine/digest/index.ts";
import type { Database, Tables } from "../../store/index.ts";
import type { KeySecret } from "./keySecret.ts";
import type { KeptKey } from "./keptKey.ts";

/** What is public of the keys in the store, the oldest first. */
export async function publicKeys(database: Database): Promise<KeySet> {
  const rows = await database
    .selectFrom("signing_key")
    .select("public_key")
    .orderBy("created_at")
    .orderBy("kid")
    .execute();
  return rows.map(({ public_key }) => recordIn(public_key));
}

/** The keys with their private parts; refused where the secret is not the one they were sealed with. */
export async function keptKeys(database: Database, secret: KeySecret): Promise<Decoded<readonly KeptKey[]>> {
  const rows = await database
    .selectFrom("signing_key")
    .select(["public_key", "private_key"])
    .orderBy("created_at")
    .orderBy("kid")
    .execute();
  const keys: KeptKey[] = [];
  for (const { public_key, private_key } of rows) {
    const d = private_key === null ? null : await secret.open(private_key);
    if (private_key !== null && d === null) return { ok: false, problem: otherSecret };
    keys.push({ record: recordIn(public_key), d });
  }
  return { ok: true, value: keys };
}

const otherSecret =
  "The signing keys cannot be opened: they were sealed with another secret (PRECEPT_KEY_SECRET, or the file `key-secret`).";

function recordIn(text: string): KeyRecord {
  return keyRecordSchema.parse(JSON.parse(text));
}

export async function writeKeys(
  transaction: Transaction<Tables>,
  keys: readonly KeptKey[],
  secret: KeySecret,
): Promise<void> {
  for (const { record, d } of keys) {
    const { kid, created, notAfter, revoked } = record;
    const state = {
      public_key: canonicalText(record),
      private_key: d === null ? null : await secret.seal(d),
      revoked_at: revoked === null ? null : new Date(revoked.at),
      revoked_because: revoked?.because ?? null,
    };
    const days = { created_at: new Date(created), not_after: notAfter === null ? null : new Date(notAfter) };
    await transaction
      .insertInto("signing_key")
      .values({ kid, ...days, ...state })
      .onConflict((conflict) => conflict.column("kid").doUpdateSet(state))
      .execute();
  }
}
