import type { Database } from "../../store/index.ts";
import { nameOfPerson } from "./person.ts";

/** A password that was set anew through a link. */
export interface PasswordReset {
  readonly at: Date;
  /** The name of who made the link. */
  readonly by: string;
}

const TOLD_DAYS = 30;
const MOST_TOLD = 10;

export async function noteReset(transaction: Database, personId: string, madeBy: string, at: Date): Promise<void> {
  await transaction.insertInto("password_reset").values({ person_id: personId, at, made_by: madeBy }).execute();
}

/**
 * What a person is to be told, the latest first. Nobody ends the telling but time: whoever set the password could have
 * been the first to read it.
 */
export async function recentResets(database: Database, personId: string, now: Date): Promise<readonly PasswordReset[]> {
  const since = new Date(now.getTime() - TOLD_DAYS * 24 * 3600 * 1000);
  const rows = await database
    .selectFrom("password_reset")
    .select(["at", "made_by"])
    .where("person_id", "=", personId)
    .where("at", ">", since)
    .orderBy("at", "desc")
    .limit(MOST_TOLD)
    .execute();
  const resets: PasswordReset[] = [];
  for (const { at, made_by } of rows) resets.push({ at, by: await nameOfPerson(database, made_by) });
  return resets;
}
