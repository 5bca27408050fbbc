import type { Transaction } from "kysely";
import {
  done,
  type Precondition,
  type Refusal,
  type Result,
  refuse,
  type Stale,
  unfitText,
  writablePath,
} from "../../folders/index.ts";
import { record } from "../audit/index.ts";
import type { Database, Tables } from "../database/index.ts";
import { applyChanges, unfitChanges } from "./changes.ts";
import { type By, type Change, quoted, textContent } from "./draft.ts";
import { type Held, holdSet, holdSetIn } from "./holdSet.ts";
import { noFile, readDraftFile } from "./readDraft.ts";

export interface SavedFile {
  readonly path: string;
  readonly etag: string;
  /** Of the set, after the change. */
  readonly revision: number;
}

/** Replaces or creates one file, only over what the writer looked at; kept when it returns. */
export async function saveFile(database: Database, ...what: Saving): Promise<Result<SavedFile, Refusal | Stale>> {
  return database.transaction().execute((transaction) => saveFileIn(transaction, ...what));
}

type Saving = readonly [
  by: By,
  set: string,
  file: { readonly path: string; readonly text: string },
  precondition: Precondition,
];

/** The same as part of a transaction that does more. What it refuses it has not begun to write. */
export async function saveFileIn(
  transaction: Transaction<Tables>,
  ...[by, set, file, precondition]: Saving
): Promise<Result<SavedFile, Refusal | Stale>> {
  const writable = writablePath(file.path);
  if (!writable.ok) return writable;
  const unfit = unfitText(file.text);
  if (unfit !== null) return refuse(unfit);
  const content = textContent(file.text);
  return holdSetIn<SavedFile, Refusal | Stale>(transaction, set, async (held) => {
    const stale = await staleFile(held, file.path, precondition);
    if (stale !== null) return refuse(stale);
    const unchanged = held.standing.get(file.path)?.sha256 === content.sha256;
    const revision = unchanged
      ? done(held.revision)
      : await change(held, by, "save file", { path: file.path, content });
    if (!revision.ok) return revision;
    return done({ path: file.path, etag: quoted(content.sha256), revision: revision.value });
  });
}

/** Removes one file, only as the writer looked at it; the revision of the set after it. */
export async function removeFile(
  database: Database,
  by: By,
  set: string,
  path: string,
  etags: readonly string[],
): Promise<Result<number, Refusal | Stale>> {
  return holdSet<number, Refusal | Stale>(database, set, async (held) => {
    if (!held.standing.has(path)) return noFile(path);
    const stale = await staleFile(held, path, { kind: "matches", etags });
    return stale === null ? change(held, by, "remove file", { path, content: null }) : refuse(stale);
  });
}

async function change(held: Held, by: By, action: string, { path, content }: Change): Promise<Result<number>> {
  const { transaction, set, standing } = held;
  const unfit = unfitChanges(standing, [{ path, content }]);
  if (unfit !== null) return refuse(unfit);
  const revision = await applyChanges(transaction, set, by, [{ path, content }]);
  const detail = { set, revision, sha256: content?.sha256 ?? null };
  const subject = /^cases\//i.test(path) ? `the case of revision ${revision}` : path;
  // The name of a case may tell of a person, and nothing is ever taken out of the log; the history has it by the revision.
  await record(transaction, { actor: by.actor, action, subject, detail, at: by.at });
  return done(revision);
}

/** What stands at the path when that is not what the writer believes; else `null`. */
async function staleFile(held: Held, path: string, precondition: Precondition): Promise<Stale | null> {
  const found = held.standing.get(path);
  const expected = precondition.kind === "absent" ? [] : precondition.etags;
  if (found === undefined) return precondition.kind === "absent" ? null : staleOf("The file is no longer there.", null);
  if (expected.includes(quoted(found.sha256))) return null;
  const current = await readDraftFile(held.transaction, held.set, path);
  const detail =
    precondition.kind === "absent"
      ? `There already is a file \`${path}\` here.`
      : "The file was changed by somebody else meanwhile.";
  return staleOf(detail, current.ok ? { text: current.value.text, etag: current.value.etag } : null);
}

function staleOf(detail: string, current: Stale["current"]): Stale {
  return { kind: "stale", detail, current };
}
