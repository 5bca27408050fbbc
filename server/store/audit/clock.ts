import type { Database } from "../database/index.ts";
import { appendAt, CLOCK_ACCEPTED, holdHead } from "./record.ts";

const TOLERANCE_MINUTES = 5;

/**
 * Whether the clock shows a time well before the last entry of the audit log: as a sentence for the 503 that whoever
 * publishes or signs is then answered, `null` when it is right. Saves go on meanwhile.
 */
export async function clockIsBehind(database: Database, now: Date): Promise<string | null> {
  const { at } = await database.selectFrom("audit_head").select("at").where("id", "=", 1).executeTakeFirstOrThrow();
  if (!isBehind(now, at)) return null;
  return (
    `The clock of this server shows ${now.toISOString()}, but something was recorded at ${at}. Nothing is signed or ` +
    "published until the clock is past that. If the clock is right and that entry was not, an admin accepts the clock: " +
    "on the page Audit, or with `precept audit accept-clock` while the server is stopped."
  );
}

function isBehind(now: Date, last: string): boolean {
  return last !== "" && now.getTime() < Date.parse(last) - TOLERANCE_MINUTES * 60_000;
}

/**
 * An admin says that the clock is right, and that of the last entry was not: from here on the log goes on with the time
 * of the clock. That entry says both. `false`: the clock is not behind, nothing was written.
 */
export async function acceptClock(database: Database, by: { readonly actor: string }, now: Date): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const head = await holdHead(transaction);
    if (!isBehind(now, head.at)) return false;
    const detail = { clock: now.toISOString(), last: head.at };
    const event = { actor: by.actor, action: CLOCK_ACCEPTED, subject: `entry ${head.seq}`, detail };
    await appendAt(transaction, head, event, now.toISOString());
    return true;
  });
}
