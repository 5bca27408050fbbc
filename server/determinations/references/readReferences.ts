import type { Database } from "../../store/index.ts";
import { namesOfSet } from "../../store/names/index.ts";
import { type Reference, referenceOf } from "./reference.ts";

export interface ReferencePage {
  /** The latest first. */
  readonly references: readonly Reference[];
  /** What to give as `before` for those before them; `null`: there are none. */
  readonly before: number | null;
}

export interface PageAsked {
  readonly set: string | null;
  /** The digest of a case. */
  readonly of?: string | null;
  /** Whether only those that a reviewer decided on. */
  readonly isDecided?: boolean;
  readonly before: number | null;
  readonly limit: number;
}

export async function readReferences(database: Database, asked: PageAsked): Promise<ReferencePage> {
  const { set, of = null, isDecided = false, before, limit } = asked;
  const names = set === null ? [] : await namesOfSet(database, set);
  const rows = await database
    .selectFrom("determination")
    .selectAll()
    .$if(set !== null, (query) => query.where("set_name", "in", names))
    .$if(of !== null, (query) => query.where("case_digest", "=", of ?? ""))
    .$if(isDecided, (query) =>
      query.where("id", "in", (inner) => inner.selectFrom("decision").select("determination_id")),
    )
    .$if(before !== null, (query) => query.where("seq", "<", before ?? 0))
    .orderBy("seq", "desc")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { references: page.map(referenceOf), before: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

export async function readReference(database: Database, id: string): Promise<Reference | null> {
  const row = await database.selectFrom("determination").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : referenceOf(row);
}
