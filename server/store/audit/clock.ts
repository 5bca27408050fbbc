import type { Database } from "../database/index.ts";

const TOLERANCE_MINUTES = 5;

/**
 * Whether the clock shows a time well before the last entry of the audit log: as a sentence for the 503 that whoever
 * publishes or signs is then answered, `null` when it is right. Saves go on meanwhile.
 */
export async function clockIsBehind(database: Database, now: Date): Promise<string | null> {
  const { at } = await database.selectFrom("audit_head").select("at").where("id", "=", 1).executeTakeFirstOrThrow();
  if (at === "" || now.getTime() >= Date.parse(at) - TOLERANCE_MINUTES * 60_000) return null;
  return `The clock of this server shows ${now.toISOString()}, but something was recorded at ${at}. Nothing is signed or published until it is right.`;
}
