import type { Transaction } from "kysely";
import { ARCHIVE_LIMIT, FILES_LIMIT } from "../../../engine/release/index.ts";
import { collisions, type Refusal, writablePath } from "../../folders/index.ts";
import type { Database, Tables } from "../database/index.ts";
import type { By, Change, Content } from "./draft.ts";

/** What stands at each path of a set, without the texts. */
export type Standing = ReadonlyMap<
  string,
  { readonly sha256: string; readonly bytes: number; readonly revision: number }
>;

export async function standingFiles(transaction: Database, set: string): Promise<Standing> {
  const rows = await transaction
    .selectFrom("document")
    .select(["path", "sha256", "bytes", "revision_id as revision"])
    .where("set_name", "=", set)
    .execute();
  return new Map(rows.map((row) => [row.path, row]));
}

/** What turns the files that stand into exactly these. */
export function changesBetween(standing: Standing, files: readonly Change[]): readonly Change[] {
  const paths = new Set(files.map(({ path }) => path));
  const removed = [...standing.keys()].filter((path) => !paths.has(path)).map((path) => ({ path, content: null }));
  return [...removed, ...files.filter(({ path, content }) => content?.sha256 !== standing.get(path)?.sha256)];
}

/** Why a set cannot become what the changes make of it; `null` when it can. Texts are checked by who brings them. */
export function unfitChanges(standing: Standing, changes: readonly Change[]): Refusal | null {
  const after = new Map([...standing].map(([path, { bytes }]) => [path, bytes]));
  for (const { path, content } of changes) {
    if (content === null) after.delete(path);
    else after.set(path, content.bytes);
  }
  if (new Set(changes.map(({ path }) => path)).size < changes.length)
    return { kind: "not possible", detail: "One file is named twice." };
  if (!after.has("set.yaml"))
    return { kind: "not possible", detail: "A guideline set cannot be without its `set.yaml`." };
  return unfitSize(after) ?? unfitPaths([...after.keys()], newPaths(standing, changes));
}

function unfitSize(after: ReadonlyMap<string, number>): Refusal | null {
  if (after.size > FILES_LIMIT)
    return { kind: "too large", detail: `A guideline set holds at most ${FILES_LIMIT} files.` };
  const bytes = [...after.values()].reduce((sum, size) => sum + size, 0);
  // A release of it has to fit into an archive, with the headers of its files.
  if (bytes + 1024 * after.size <= 0.9 * ARCHIVE_LIMIT) return null;
  return {
    kind: "too large",
    detail: `A guideline set holds at most ${Math.floor((0.9 * ARCHIVE_LIMIT) / 1024 / 1024)} MB.`,
  };
}

/** Names that came from a folder as they are stand there unread, and not in the way of other files. */
function newPaths(standing: Standing, changes: readonly Change[]): ReadonlySet<string> {
  const read = changes.filter(({ content }) => content !== null && content.text !== null);
  return new Set(read.map(({ path }) => path).filter((path) => !standing.has(path)));
}

function unfitPaths(paths: readonly string[], added: ReadonlySet<string>): Refusal | null {
  const bad = [...added].map(writablePath).find(({ ok }) => !ok);
  if (bad?.ok === false) return bad.refusal;
  const ordered = [...paths.filter((path) => !added.has(path)), ...added];
  const [one, other] = collisions(ordered).find(([, path]) => added.has(path)) ?? [];
  if (one === undefined) return null;
  return { kind: "exists", detail: `\`${one}\` and \`${other}\` would be one file or folder on some systems.` };
}

/**
 * Writes the changes as new revisions and says the newest, in the transaction that holds the set's row. At least one change,
 * all of them of what stands otherwise now.
 */
export async function applyChanges(
  transaction: Transaction<Tables>,
  set: string,
  by: By,
  changes: readonly Change[],
): Promise<number> {
  const paths = changes.map(({ path }) => path);
  const revisions = new Map<string, number>();
  for (const part of inParts(changes))
    for (const { id, path } of await insertRevisions(transaction, set, by, part)) revisions.set(path, id);
  await transaction.deleteFrom("document").where("set_name", "=", set).where("path", "in", paths).execute();
  const documents = changes.flatMap(({ path, content }) =>
    content === null ? [] : [documentRow(set, path, content, revisions.get(path) ?? 0)],
  );
  for (let at = 0; at < documents.length; at += PART_ROWS)
    await transaction
      .insertInto("document")
      .values(documents.slice(at, at + PART_ROWS))
      .execute();
  const newest = Math.max(...revisions.values());
  await transaction.updateTable("guideline_set").set({ revision: newest }).where("name", "=", set).execute();
  return newest;
}

function insertRevisions(
  transaction: Transaction<Tables>,
  set: string,
  { actor, at, note }: By,
  changes: readonly Change[],
): Promise<{ readonly id: number; readonly path: string }[]> {
  const rows = changes.map(({ path, content }) => ({
    set_name: set,
    path,
    content: content === null || content.text === null ? null : new TextEncoder().encode(content.text),
    unreadable: content?.unreadable ?? null,
    sha256: content?.sha256 ?? null,
    actor,
    at,
    note: note ?? "",
  }));
  return transaction.insertInto("revision").values(rows).returning(["id", "path"]).execute();
}

function documentRow(set: string, path: string, { sha256, bytes }: Content, revision: number) {
  return { set_name: set, path, revision_id: revision, sha256, bytes };
}

const PART_ROWS = 500;
const PART_BYTES = 4 * 1024 * 1024;

/** One statement holds so many rows and bytes at most. */
function inParts(changes: readonly Change[]): readonly (readonly Change[])[] {
  const parts: Change[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const last = parts.at(-1);
    bytes += change.content?.bytes ?? 0;
    if (last !== undefined && last.length < PART_ROWS && bytes <= PART_BYTES) last.push(change);
    else {
      parts.push([change]);
      bytes = change.content?.bytes ?? 0;
    }
  }
  return parts;
}
