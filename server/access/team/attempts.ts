import type { Database } from "../../store/index.ts";
import { refuse, type Refused } from "./outcome.ts";

/** So many wrong credentials in so many minutes, and the next is not even looked at (NIST SP 800-63B 3.2.2 asks for at most 100). */
const MOST_ATTEMPTS = 10;
const WINDOW_MINUTES = 15;

/**
 * Counts an attempt before the credential is looked at, so that many at once do not get by. Whoever turns out to be right
 * calls `forgetAttempts`.
 */
export async function countAttempt(database: Database, key: string, now: Date): Promise<Refused<429> | null> {
  const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
  await database.deleteFrom("sign_in_attempt").where("at", "<=", since).execute();
  await database.insertInto("sign_in_attempt").values({ key, at: now }).execute();
  const { count } = await database
    .selectFrom("sign_in_attempt")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (Number(count) <= MOST_ATTEMPTS) return null;
  return refuse(429, `Too many attempts. Wait ${WINDOW_MINUTES} minutes, then try again.`);
}

export async function forgetAttempts(database: Database, key: string): Promise<void> {
  await database.deleteFrom("sign_in_attempt").where("key", "=", key).execute();
}
