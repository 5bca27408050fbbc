import type { Transaction } from "kysely";
import type { Actor } from "../../access/index.ts";
import { type Database, record, type Tables } from "../../store/index.ts";
import type { Keeping } from "./keeping.ts";
import { unseal } from "./seal.ts";

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

export function expiryOf({ days }: Keeping, at: Date): Date {
  return new Date(at.getTime() + days * DAY);
}

export interface Purged {
  readonly cases: number;
  /** Decisions whose reason was taken out; the decisions stay. */
  readonly reasons: number;
}

/** Removes what has been kept for its time. References and the digests of decisions stay. */
export async function purgeExpired(database: Database, now: Date): Promise<Purged> {
  return database.transaction().execute(async (transaction) => {
    const cases = await transaction.deleteFrom("stored_case").where("expires_at", "<=", now).executeTakeFirst();
    const reasons = await transaction
      .updateTable("decision")
      .set({ content: null, content_expires_at: null })
      .where("content_expires_at", "<=", now)
      .executeTakeFirst();
    const purged = { cases: Number(cases.numDeletedRows), reasons: Number(reasons.numUpdatedRows) };
    if (purged.cases + purged.reasons > 0)
      await record(transaction, {
        actor: "server",
        action: "remove expired cases",
        subject: "cases",
        detail: { ...purged },
        at: now,
      });
    return purged;
  });
}

export interface Timing {
  readonly clock: () => Date;
  /** Told when a purge fails: the next one is in an hour. */
  readonly report: (line: string) => void;
}

/** Purges now and every hour, until it is stopped; stopping waits for one that is under way. */
export function keepPurging(database: Database, { clock, report }: Timing): () => Promise<void> {
  let last = Promise.resolve();
  const purge = () => {
    last = purgeExpired(database, clock()).then(
      () => undefined,
      () => report("Expired cases could not be removed; they will be tried again."),
    );
  };
  purge();
  const timer = setInterval(purge, HOUR).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}

/** Removes a kept case and the reasons of decisions on it before their time; `false`: there is nothing kept of it. */
export async function deleteCase(database: Database, actor: Actor, digest: string, at: Date): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const cases = await transaction.deleteFrom("stored_case").where("digest", "=", digest).executeTakeFirst();
    const reasons = await forgetReasons(transaction, digest);
    if (Number(cases.numDeletedRows) + reasons === 0) return false;
    await record(transaction, { actor: actor.id, action: "delete case", subject: digest, detail: { reasons }, at });
    return true;
  });
}

async function forgetReasons(transaction: Transaction<Tables>, caseDigest: string): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable("decision")
    .set({ content: null, content_expires_at: null })
    .where("content", "is not", null)
    .where("determination_id", "in", (query) =>
      query.selectFrom("determination").select("determination.id").where("case_digest", "=", caseDigest),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The text of a kept case; `null`: it is not kept, or no key at hand opens it. */
export async function readCase(database: Database, keeping: Keeping, digest: string): Promise<string | null> {
  const row = await database.selectFrom("stored_case").select("sealed").where("digest", "=", digest).executeTakeFirst();
  return row === undefined ? null : unseal(keeping, digest, row.sealed);
}
