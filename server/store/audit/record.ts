import type { Transaction } from "kysely";
import type { Tables } from "../database/index.ts";
import { type AuditEvent, detailText, hashOf, storable, storableDetail } from "./entry.ts";

/**
 * Appends to the chain, in the transaction of what it tells of. Others who append wait until that ends, so call it last.
 * A clock that was set back does not set the chain back: the entry then has the time of the one before.
 */
export async function record(transaction: Transaction<Tables>, event: AuditEvent): Promise<void> {
  const head = await transaction
    .selectFrom("audit_head")
    .selectAll()
    .where("id", "=", 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const entry = {
    seq: head.seq + 1,
    at: later(event.at.toISOString(), head.at),
    actor: storable(event.actor),
    action: storable(event.action),
    subject: storable(event.subject),
    detail: storableDetail(event.detail),
    previous: head.hash,
  };
  const link = { seq: entry.seq, at: entry.at, hash: hashOf(entry) };
  await transaction
    .insertInto("audit")
    .values({ ...entry, detail: detailText(entry.detail), hash: link.hash })
    .execute();
  await transaction.updateTable("audit_head").set(link).where("id", "=", 1).execute();
}

/** Both of the form of `toISOString`, whose order as text is their order in time; the first chain link has "" before it. */
function later(left: string, right: string): string {
  return left > right ? left : right;
}
