import type { Database } from "../../store/index.ts";
import type { StoredRound } from "../rounds.ts";

/**
 * Everybody who wrote anything in a set in the revisions after `since`, up to `until`, and where. What nobody who is listed
 * wrote is of those it was attributed to, of all of them; while it is of none, of what it was written by (`import`, `local`).
 */
export async function authorsBetween(
  database: Database,
  set: string,
  since: number,
  until: number,
): Promise<StoredRound["authors"]> {
  const rows = await database
    .selectFrom("revision as r")
    .leftJoin("person as p", "p.id", "r.actor")
    .leftJoin("attribution as a", (join) =>
      join.onRef("a.set_name", "=", "r.set_name").onRef("a.revision", ">=", "r.id").on("p.id", "is", null),
    )
    .select((of) => [of.fn.coalesce("a.person_id", "r.actor").as("id"), "a.made_by as attributedBy", "r.path"])
    .distinct()
    .where("r.set_name", "=", set)
    .where("r.id", ">", since)
    .where("r.id", "<=", until)
    .execute();
  const ofEach = Map.groupBy(rows, ({ id, attributedBy }) => JSON.stringify([id, attributedBy]));
  return [...ofEach.values()].flatMap(authorOf).toSorted(byId);
}

type Author = StoredRound["authors"][number];

function authorOf(rows: readonly (Omit<Author, "paths"> & { readonly path: string })[]): readonly Author[] {
  const paths = rows.map(({ path }) => path).toSorted();
  return rows.slice(0, 1).map(({ id, attributedBy }) => ({ id, attributedBy, paths }));
}

/** In an order that does not change, so that one round is told from the next. */
function byId(one: Author, other: Author): number {
  return `${one.id} ${one.attributedBy}` < `${other.id} ${other.attributedBy}` ? -1 : 1;
}
