import type { Database } from "../../store/index.ts";

/** Every way in that a person has, but for the password, is over. */
export async function endAll(transaction: Database, personId: string): Promise<void> {
  await transaction.deleteFrom("sign_in_session").where("person_id", "=", personId).execute();
  await endTokensOf(transaction, personId);
  await endLinks(transaction, personId);
}

/** Ends the tokens of a person; how many there were. */
export async function endTokensOf(transaction: Database, personId: string): Promise<number> {
  const ended = transaction.deleteFrom("access_token").where("person_id", "=", personId).returning("id");
  return (await ended.execute()).length;
}

/** Ends the one-time links with which a password of a person can be set: their value is the person's id. */
export async function endLinks(transaction: Database, personId: string): Promise<void> {
  await transaction.deleteFrom("sign_in_verification").where("value", "=", personId).execute();
}
