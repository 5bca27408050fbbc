import type { Database } from "../../store/index.ts";
import { namesOfSet } from "../../store/names/index.ts";
import type { StoredRound } from "../rounds.ts";

/**
 * Everybody who wrote anything in a set in the revisions after `since`, up to `until`, and where. What nobody who is listed
 * wrote is of those it was attributed to, of all of them; while it is of none, of what it was written by (`import`, `local`). A case
 * that a candidate was made is also of the reviewer whose decision it expects.
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
  const decided = await decidersOf(
    database,
    set,
    rows.map(({ path }) => path),
  );
  const ofEach = Map.groupBy([...rows, ...decided], ({ id, attributedBy }) => JSON.stringify([id, attributedBy]));
  return [...ofEach.values()].flatMap(authorOf).toSorted(byId);
}

/** Of cases that were candidates, the listed people whose decisions they are. */
async function decidersOf(database: Database, set: string, paths: readonly string[]) {
  const written = new Set(paths);
  const rows = await database
    .selectFrom("decision as d")
    .innerJoin("determination as t", "t.id", "d.determination_id")
    .innerJoin("person as p", "p.id", "d.actor")
    .select(["d.actor as id", "d.case_path as path"])
    .distinct()
    .where("t.set_name", "in", await namesOfSet(database, set))
    .where("d.case_path", "is not", null)
    .execute();
  return rows.flatMap(({ id, path }) => (path !== null && written.has(path) ? [{ id, attributedBy: null, path }] : []));
}

type Author = StoredRound["authors"][number];

function authorOf(rows: readonly (Omit<Author, "paths"> & { readonly path: string })[]): readonly Author[] {
  const paths = [...new Set(rows.map(({ path }) => path))].toSorted();
  return rows.slice(0, 1).map(({ id, attributedBy }) => ({ id, attributedBy, paths }));
}

/** In an order that does not change, so that one round is told from the next. */
function byId(one: Author, other: Author): number {
  return `${one.id} ${one.attributedBy}` < `${other.id} ${other.attributedBy}` ? -1 : 1;
}
