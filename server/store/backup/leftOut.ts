import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/index.ts";

/** What cookies are signed with, in `setting`: whoever has it is anybody who is signed in. */
export const COOKIE_SECRET = "secret of cookies";

/**
 * What lets somebody in without their password: it is in no backup, and gone after one is restored, so that a backup opens no door
 * and an older one opens none again.
 */
const isLeftOut = (table: string): boolean =>
  table === "access_token" || (table.startsWith("sign_in_") && table !== "sign_in_account");

/** What the provider gave out for somebody's account. */
const ofProvider = ["access_token", "refresh_token", "id_token"];

/** The rows of a table that a backup holds, as JSON in the column `row`. */
export function rowsOf(table: string) {
  const from = sql`from ${sql.table(table)} as kept`;
  if (isLeftOut(table)) return sql`select row_to_json(kept)::text as row ${from} where false`;
  if (table === "setting") return sql`select row_to_json(kept)::text as row ${from} where name <> ${COOKIE_SECRET}`;
  if (table !== "sign_in_account") return sql`select row_to_json(kept)::text as row ${from}`;
  return sql`select (to_jsonb(kept) - ${sql.lit(`{${ofProvider.join(",")}}`)}::text[])::text as row ${from}`;
}

/** Takes away what an older version still put into backups. */
export async function leaveOut(transaction: Transaction<Tables>, tables: readonly string[]): Promise<void> {
  for (const table of tables.filter(isLeftOut)) await sql`delete from ${sql.table(table)}`.execute(transaction);
  await transaction.deleteFrom("setting").where("name", "=", COOKIE_SECRET).execute();
  await transaction
    .updateTable("sign_in_account")
    .set({ access_token: null, refresh_token: null, id_token: null })
    .execute();
}
