import type { Database } from "../database/index.ts";
import { kindOf } from "../../../engine/release/index.ts";
import { done, inOrder, type Result, refuse } from "../../folders/index.ts";
import { type Draft, type DraftFile, quoted } from "./draft.ts";

/** A guideline set without the texts of its files. */
export interface ListedSet {
  readonly set: string;
  /** SHA-256 in hexadecimal. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  /** The text of `set.yaml`. */
  readonly manifest: string;
  /** By which it is released; `null`: it is not yet. */
  readonly releaseName: string | null;
}

/** The guideline sets, by name. */
export async function listSets(database: Database): Promise<readonly ListedSet[]> {
  const rows = await database
    .selectFrom("document as d")
    .innerJoin("guideline_set as g", "g.name", "d.set_name")
    .leftJoin("revision as r", (join) => join.onRef("r.id", "=", "d.revision_id").on("d.path", "=", "set.yaml"))
    .select(["d.set_name", "d.path", "d.bytes", "d.sha256", "r.content", "g.release_name"])
    .execute();
  return [...Map.groupBy(rows, ({ set_name }) => set_name)]
    .map(([set, files]) => ({
      set,
      files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
      manifest: textOf(files.find(({ content }) => content !== null)?.content ?? null) ?? "",
      releaseName: files[0]?.release_name ?? null,
    }))
    .toSorted((a, b) => (a.set < b.set ? -1 : 1));
}

/** The set with every file, all of one moment. */
export async function readDraft(database: Database, set: string): Promise<Result<Draft>> {
  if (!isStorable(set)) return noSet(set);
  // One statement sees one state of the store, however others write meanwhile.
  const rows = await database
    .selectFrom("guideline_set as g")
    .leftJoin("document as d", "d.set_name", "g.name")
    .leftJoin("revision as r", "r.id", "d.revision_id")
    .select([
      "g.revision as newest",
      "g.removed_after",
      "r.path",
      "r.content",
      "r.unreadable",
      "r.sha256",
      "r.id as revision",
    ])
    .where("g.name", "=", set)
    .execute();
  const [first] = rows;
  if (first === undefined) return noSet(set);
  if (first.removed_after !== null) return removedSet(set);
  const files = rows.flatMap(asFile).toSorted((a, b) => inOrder(a.path, b.path));
  return done({ set, revision: first.newest, files });
}

/** The revision of the set alone, which tells whether anything in it changed. */
export async function draftRevision(database: Database, set: string): Promise<Result<number>> {
  if (!isStorable(set)) return noSet(set);
  const row = await database
    .selectFrom("guideline_set")
    .select(["revision", "removed_after"])
    .where("name", "=", set)
    .executeTakeFirst();
  if (row === undefined) return noSet(set);
  return row.removed_after === null ? done(row.revision) : removedSet(set);
}

export async function readDraftFile(database: Database, set: string, path: string): Promise<Result<DraftFile>> {
  const known = await draftRevision(database, set);
  if (!known.ok) return known;
  const row = isStorable(path) ? await standingRow(database, set, path) : undefined;
  const [file] = row === undefined ? [] : asFile(row);
  return file === undefined ? noFile(path) : done(file);
}

function standingRow(database: Database, set: string, path: string) {
  return database
    .selectFrom("document as d")
    .innerJoin("revision as r", "r.id", "d.revision_id")
    .select(["r.path", "r.content", "r.unreadable", "r.sha256", "r.id as revision"])
    .where("d.set_name", "=", set)
    .where("d.path", "=", path)
    .executeTakeFirst();
}

interface FileRow {
  readonly path: string | null;
  readonly content: Uint8Array | null;
  readonly unreadable: string | null;
  readonly sha256: string | null;
  readonly revision: number | null;
}

/** A set without files has one row with nothing of a file in it. */
function asFile({ path, content, unreadable, sha256, revision }: FileRow): readonly DraftFile[] {
  if (path === null || sha256 === null || revision === null) return [];
  const kind = kindOf(path) ?? "other";
  return [{ path, kind, text: textOf(content) ?? "", etag: quoted(sha256), unreadable, sha256, revision }];
}

/** The text that was saved, with a byte order mark if it has one. */
export function textOf(content: Uint8Array | null): string | null {
  return content === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
}

/** PostgreSQL holds no NUL and no half of a surrogate pair, PGlite reads no leading byte order mark: nothing is called so. */
export function isStorable(name: string): boolean {
  return name.isWellFormed() && !name.includes("\0") && !name.startsWith("\u{feff}");
}

export function noSet(set: string) {
  return refuse({ kind: "not found", detail: `There is no guideline set \`${set}\` here.` } as const);
}

export function removedSet(set: string) {
  return refuse({
    kind: "not found",
    detail: `The guideline set \`${set}\` was removed. Its history is kept, and an author can bring it back.`,
  } as const);
}

export function noFile(path: string) {
  return refuse({ kind: "not found", detail: `There is no file \`${path}\` in this set.` } as const);
}
