import type { Selectable } from "kysely";
import type { Database, Tables } from "../../store/index.ts";
import type { StoredRound } from "../rounds.ts";

type Authors = StoredRound["authors"];

/** Of ids, those of nobody who is or was ever listed: a folder that was taken in, a person before there were accounts. */
async function unlistedAmong(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const unlisted = new Set(ids);
  if (ids.length === 0) return unlisted;
  const rows = await database
    .selectFrom("person")
    .select("id")
    .where("id", "in", [...unlisted])
    .execute();
  for (const { id } of rows) unlisted.delete(id);
  return unlisted;
}

/** The paths of what nobody who is listed wrote, nor is said to have written. */
export async function pathsOfNobody(database: Database, authors: Authors): Promise<readonly string[]> {
  const unlisted = await unlistedAmong(
    database,
    authors.map(({ id }) => id),
  );
  return [...new Set(authors.flatMap(({ id, paths }) => (unlisted.has(id) ? paths : [])))].toSorted();
}

/**
 * In a team every text is somebody's, for else whoever wrote it could approve it. Why these texts are not to be reviewed
 * yet, as a sentence; `null`: they are.
 */
export async function textOfNobody(database: Database, set: string, authors: Authors): Promise<string | null> {
  const paths = await pathsOfNobody(database, authors);
  const [first] = paths;
  if (first === undefined) return null;
  const files = paths.length === 1 ? `\`${first}\`` : `\`${first}\` and ${paths.length - 1} more`;
  return `Whose text this is, nobody has said: ${files} came from a folder, or from before there were accounts. An admin says it on the page People, or by \`precept people attribute ${set} --to EMAIL\`; until then nobody may judge it.`;
}

/** The same of a round that was sent already, perhaps before there were accounts. */
export async function roundOfNobody(
  database: Database,
  change: Pick<Selectable<Tables["change"]>, "set_name" | "created_by">,
  { authors, by }: Pick<StoredRound, "authors" | "by">,
): Promise<string | null> {
  const text = await textOfNobody(database, change.set_name, authors);
  if (text !== null) return `${text} Then send the next round.`;
  const unlisted = await unlistedAmong(database, [by, change.created_by]);
  if (unlisted.size === 0) return null;
  return "This was sent to review before there were accounts, nobody knows by whom: withdraw it, and send it anew.";
}
