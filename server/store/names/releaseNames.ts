import { sql, type Transaction } from "kysely";
import { foldName } from "../../folders/index.ts";
import type { Database, Tables } from "../database/index.ts";

/*
 * A name, be it that of a draft or that of its releases, is of one set: drafts are addressed by the first, releases and what
 * was determined with them by the second, and neither may lead to what is another's.
 */

/** The name by which a set is released: kept since its first release, whatever its manifest says later; `null` before. */
export async function releaseNameOf(database: Database, set: string): Promise<string | null> {
  const row = await database
    .selectFrom("guideline_set")
    .select("release_name")
    .where("name", "=", set)
    .executeTakeFirst();
  return row?.release_name ?? null;
}

/** The set that a name is of, its own or that of its releases; `null`: no set's. */
export async function setNamed(database: Database, name: string): Promise<string | null> {
  const row = await database
    .selectFrom("guideline_set")
    .select("name")
    .where((each) => each.or([each("name", "=", name), each("release_name", "=", name)]))
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Both names of the set that a name is of; of no set, the name alone. */
export async function namesOfSet(database: Database, name: string): Promise<readonly string[]> {
  const set = (await setNamed(database, name)) ?? name;
  return [...new Set([set, (await releaseNameOf(database, set)) ?? set])];
}

/** Why a set cannot be released by a name, and what to do; `null` when it can. */
export async function releaseNameProblem(database: Database, set: string, name: string): Promise<string | null> {
  const kept = await releaseNameOf(database, set);
  if (kept === name) return null;
  if (kept !== null)
    return `This set is released as \`${kept}\`, and a set keeps its name: give that one as \`name\` in its \`set.yaml\`.`;
  const other = await nameTaken(database, name, set);
  return other === null ? null : `${other} Give this one another \`name\` in its \`set.yaml\`.`;
}

/** Keeps the name by which a set is released from now on, or says why it cannot be that one. */
export async function keepReleaseName(
  transaction: Transaction<Tables>,
  set: string,
  name: string,
): Promise<string | null> {
  // The row first: who saves a file holds it while the table is asked for.
  await transaction.selectFrom("guideline_set").select("name").where("name", "=", set).forUpdate().execute();
  if ((await releaseNameOf(transaction, set)) === name) return null;
  await lockNames(transaction);
  const problem = await releaseNameProblem(transaction, set, name);
  if (problem !== null) return problem;
  await transaction.updateTable("guideline_set").set({ release_name: name }).where("name", "=", set).execute();
  return null;
}

/** So that of two that would be called the same at once, one is refused. */
export async function lockNames(transaction: Transaction<Tables>): Promise<void> {
  await sql`lock table guideline_set in share row exclusive mode`.execute(transaction);
}

/** Which set a name is taken by, as a sentence, other than `own`: names that differ only in case are the same. */
export async function nameTaken(database: Database, name: string, own: string | null): Promise<string | null> {
  const rows = await database.selectFrom("guideline_set").select(["name", "release_name", "removed_after"]).execute();
  const others = rows.filter((row) => row.name !== own);
  const same = others.find((row) => isSame(row.name, name));
  if (same !== undefined && same.removed_after !== null)
    return `The guideline set \`${same.name}\` was removed here, and keeps its name: an author can bring it back.`;
  if (same !== undefined) return `There already is a guideline set \`${same.name}\`.`;
  const released = others.find(({ release_name }) => release_name !== null && isSame(release_name, name));
  if (released === undefined) return null;
  return `The guideline set \`${released.name}\` is released as \`${released.release_name}\` already.`;
}

const isSame = (one: string, other: string): boolean => foldName(one) === foldName(other);
