import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../database/index.ts";
import { namesOfSet } from "../names/index.ts";
import { type AuditEntry, type AuditPoint, readDetail } from "./entry.ts";

export interface AuditPage {
  /** The latest first. */
  readonly entries: readonly AuditEntry[];
  /** What to give as `before` for the page of earlier entries; `null`: there are none. */
  readonly before: number | null;
}

/** `before`: only entries with a smaller `seq`. `set`: only entries about a guideline set, by either of its names. */
export async function readAudit(
  database: Database,
  { before, limit, set }: { readonly before?: number; readonly limit: number; readonly set?: string },
): Promise<AuditPage> {
  // What was done with the draft names the draft, what was done with its releases names them.
  const names = set === undefined ? [] : await namesOfSet(database, set);
  const rows = await database
    .selectFrom("audit")
    .selectAll()
    .$if(before !== undefined, (query) => query.where("seq", "<", before ?? 0))
    .$if(set !== undefined, (query) => query.where(sql<string>`detail::jsonb ->> 'set'`, "in", names))
    .orderBy("seq", "desc")
    .limit(limit + 1)
    .execute();
  const entries = rows.slice(0, limit).map((row) => ({ ...row, detail: readDetail(row.detail) ?? {} }));
  return { entries, before: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}

const pointSchema = z.object({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** The last entry that came to stand; `null`: there is none yet, or the head is not as it was written. */
export async function lastAudited(database: Database): Promise<AuditPoint | null> {
  const head = await database.selectFrom("audit_head").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirst();
  return pointSchema.safeParse(head).data ?? null;
}
