import type { Database } from "../database/index.ts";
import { done, type Result, refuse } from "../../folders/index.ts";
import { draftRevision, isStorable, textOf } from "./readDraft.ts";

/** One change of one file. */
export interface Revision {
  readonly revision: number;
  readonly path: string;
  /** The id of who made it. */
  readonly actor: string;
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

/** The changes of one file, or of the whole set. `before`: only earlier revisions than this one. */
export async function history(
  database: Database,
  set: string,
  { path, before, limit }: { readonly path?: string; readonly before?: number; readonly limit: number },
): Promise<Result<HistoryPage>> {
  const known = await draftRevision(database, set);
  if (!known.ok) return known;
  if (path !== undefined && !isStorable(path)) return done({ revisions: [], before: null });
  const rows = await database
    .selectFrom("revision")
    .select(["id as revision", "path", "actor", "at", "note", "sha256"])
    .where("set_name", "=", set)
    .$if(path !== undefined, (query) => query.where("path", "=", path ?? ""))
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? 0))
    .orderBy("id", "desc")
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
    ? await database
        .selectFrom("revision")
        .select(["id as revision", "path", "actor", "at", "note", "sha256", "content"])
        .where("set_name", "=", set)
        .where("id", "=", revision)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse({ kind: "not found", detail: `There is no revision ${revision} of this set.` });
  const { content, ...change } = row;
  return done({ ...change, text: textOf(content) });
}
