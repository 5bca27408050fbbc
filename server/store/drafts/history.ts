import type { Database } from "../database/index.ts";
import { done, type Result, refuse } from "../../folders/index.ts";
import { isStorable, noSet, textOf } from "./readDraft.ts";

/** One change of one file. */
export interface Revision {
  readonly revision: number;
  readonly path: string;
  /** The id of who made it. */
  readonly actor: string;
  /** Their name; `null`: there is nobody of that id. */
  readonly name: string | null;
  readonly at: Date;
  readonly note: string;
  /** Of the bytes that stood from then on; `null`: the file was removed. */
  readonly sha256: string | null;
}

export interface HistoryPage {
  /** The latest first. */
  readonly revisions: readonly Revision[];
  /** What to give as `before` for the page of earlier ones; `null`: there are none. */
  readonly before: number | null;
}

/** The changes of one file, or of the whole set, also of one that was removed. `before`: only earlier revisions than this one. */
export async function history(
  database: Database,
  set: string,
  { path, before, limit }: { readonly path?: string; readonly before?: number; readonly limit: number },
): Promise<Result<HistoryPage>> {
  if (!isStorable(set) || !(await isKnown(database, set))) return noSet(set);
  if (path !== undefined && !isStorable(path)) return done({ revisions: [], before: null });
  const rows = await revisionsOf(database, set)
    .$if(path !== undefined, (query) => query.where("r.path", "=", path ?? ""))
    .$if(before !== undefined, (query) => query.where("r.id", "<", before ?? 0))
    .orderBy("r.id", "desc")
    .limit(limit + 1)
    .execute();
  const revisions = rows.slice(0, limit);
  return done({ revisions, before: rows.length > limit ? (revisions.at(-1)?.revision ?? null) : null });
}

/** One change with the text that it left; `null` where it removed the file or there was none to read. */
export async function readRevision(
  database: Database,
  set: string,
  revision: number,
): Promise<Result<Revision & { readonly text: string | null }>> {
  const row = isStorable(set)
    ? await revisionsOf(database, set).select("r.content").where("r.id", "=", revision).executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse({ kind: "not found", detail: `There is no revision ${revision} of this set.` });
  const { content, ...change } = row;
  return done({ ...change, text: textOf(content) });
}

async function isKnown(database: Database, set: string): Promise<boolean> {
  const row = await database.selectFrom("guideline_set").select("name").where("name", "=", set).executeTakeFirst();
  return row !== undefined;
}

function revisionsOf(database: Database, set: string) {
  return database
    .selectFrom("revision as r")
    .leftJoin("person as p", "p.id", "r.actor")
    .select(["r.id as revision", "r.path", "r.actor", "p.name", "r.at", "r.note", "r.sha256"])
    .where("r.set_name", "=", set);
}
