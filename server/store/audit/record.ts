import type { Transaction } from "kysely";
import type { Tables } from "../database/index.ts";
import { type AuditEvent, detailText, hashOf, storable, storableDetail } from "./entry.ts";

/** The one action whose entry may be earlier than the one before. */
export const CLOCK_ACCEPTED = "accept clock";

/** Before everything, as nothing that is known was done yet. */
const LONG_AGO = new Date(0).toISOString();

/**
 * Appends to the chain, in the transaction of what it tells of. Others who append wait until that ends, so call it last.
 * A clock that was set back does not set the chain back: the entry then has the time of the one before.
 */
export async function record(transaction: Transaction<Tables>, event: AuditEvent): Promise<void> {
  const head = await holdHead(transaction);
  const at = event.isAnonymous ? head.at || LONG_AGO : later(event.at.toISOString(), head.at);
  await appendAt(transaction, head, event, at);
}

interface Head {
  readonly seq: number;
  /** Empty before the first entry. */
  readonly at: string;
  readonly hash: string;
}

/** The last link, held until the transaction ends. */
export async function holdHead(transaction: Transaction<Tables>): Promise<Head> {
  return transaction
    .selectFrom("audit_head")
    .select(["seq", "at", "hash"])
    .where("id", "=", 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function appendAt(
  transaction: Transaction<Tables>,
  head: Head,
  event: Pick<AuditEvent, "actor" | "action" | "subject" | "detail">,
  at: string,
): Promise<void> {
  const entry = {
    seq: head.seq + 1,
    at,
    actor: storable(event.actor),
    action: storable(event.action),
    subject: storable(event.subject),
    detail: storableDetail(event.detail),
    previous: head.hash,
  };
  const link = { seq: entry.seq, at, hash: hashOf(entry) };
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
