import { sql, type Transaction } from "kysely";
import { done, type Result, refuse } from "../../folders/index.ts";
import { record } from "../audit/index.ts";
import type { Database, Tables } from "../database/index.ts";
import { applyChanges } from "./changes.ts";
import type { By, Change, Draft } from "./draft.ts";
import { isStorable, noSet, textOf } from "./readDraft.ts";

/*
 * Nothing that was saved is ever deleted: a set is removed by revisions that remove its files, like one file is. It keeps its
 * name, so that its history is nobody else's.
 */

/** A guideline set that was removed, as it was then. */
export interface RemovedSet {
  readonly set: string;
  /** The text of its `set.yaml`. */
  readonly manifest: string;
  /** How many files it held. */
  readonly files: number;
  /** The id of who removed it. */
  readonly actor: string;
  readonly at: Date;
}

/** The latest removed first. */
export async function listRemoved(database: Database): Promise<readonly RemovedSet[]> {
  const rows = await database
    .selectFrom("guideline_set as g")
    // Nothing comes to stand in a removed set: its newest revision is of the removal, and so is every one after `removed_after`.
    .innerJoin("revision as r", "r.id", "g.revision")
    .select(["g.name as set", "r.actor", "r.at"])
    .select(
      sql<Uint8Array | null>`(select m.content from revision m where m.set_name = g.name and m.path = 'set.yaml'
        and m.id <= g.removed_after order by m.id desc limit 1)`.as("manifest"),
    )
    .select(
      sql<number>`(select count(*)::integer from revision f where f.set_name = g.name and f.id > g.removed_after)`.as(
        "files",
      ),
    )
    .where("g.removed_after", "is not", null)
    .orderBy("r.at", "desc")
    .orderBy("g.name")
    .execute();
  return rows.map(({ manifest, ...row }) => ({ ...row, manifest: textOf(manifest) ?? "" }));
}

/** Removes all of a draft that the transaction holds; the revision after it. Whether it may go is for who calls. */
export async function removeSet(
  transaction: Transaction<Tables>,
  { actor, at }: By,
  { set, revision: base, files }: Draft,
): Promise<number> {
  const changes = files.map(({ path }) => ({ path, content: null }));
  const revision = await applyChanges(transaction, set, { actor, at, note: "Removed with its set" }, changes);
  await transaction.updateTable("guideline_set").set({ removed_after: base }).where("name", "=", set).execute();
  const detail = { set, revision, base, files: files.length };
  await record(transaction, { actor, action: "remove set", subject: set, detail, at });
  return revision;
}

/** Brings a removed set back as it was; the revision after it. */
export async function restoreSet(database: Database, { actor, at }: By, set: string): Promise<Result<number>> {
  if (!isStorable(set)) return noSet(set);
  return database.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom("guideline_set")
      .select("removed_after as base")
      .where("name", "=", set)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return noSet(set);
    const { base } = row;
    if (base === null)
      return refuse({ kind: "exists", detail: `The guideline set \`${set}\` was not removed.` } as const);
    const changes = await standingAt(transaction, set, base);
    const revision = await applyChanges(transaction, set, { actor, at, note: "Brought back with its set" }, changes);
    await transaction.updateTable("guideline_set").set({ removed_after: null }).where("name", "=", set).execute();
    const detail = { set, revision, base, files: changes.length };
    await record(transaction, { actor, action: "restore set", subject: set, detail, at });
    return done(revision);
  });
}

/** Every file that stood when a revision of the set was its newest. */
async function standingAt(transaction: Transaction<Tables>, set: string, revision: number): Promise<readonly Change[]> {
  const rows = await transaction
    .selectFrom("revision")
    .distinctOn("path")
    .select(["path", "content", "unreadable", "sha256"])
    .where("set_name", "=", set)
    .where("id", "<=", revision)
    .orderBy("path")
    .orderBy("id", "desc")
    .execute();
  return rows.flatMap(({ path, content, unreadable, sha256 }) => {
    const bytes = content?.byteLength ?? 0;
    return sha256 === null ? [] : [{ path, content: { text: textOf(content), unreadable, sha256, bytes } }];
  });
}
