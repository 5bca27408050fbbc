import { done, type Refusal, type Result, refuse, unfitText } from "../../folders/index.ts";
import { record } from "../audit/index.ts";
import type { Database } from "../database/index.ts";
import { applyChanges, unfitChanges } from "./changes.ts";
import { createSet } from "./createSet.ts";
import { type By, type Change, quoted, textContent } from "./draft.ts";
import { type Held, holdSet } from "./holdSet.ts";
import { draftRevision, readDraftFile } from "./readDraft.ts";

/** Files as somebody has them elsewhere; `base` is the hash of what they were changed from, `null` where there was nothing. */
export interface Push {
  /** The revision that was pulled; `null`: the set was never pulled. */
  readonly base: number | null;
  readonly files: readonly { readonly path: string; readonly text: string; readonly base: string | null }[];
  readonly removed: readonly { readonly path: string; readonly base: string }[];
}

/** A file that was changed on both sides, with both texts; `null` where it was removed. */
export interface Conflict {
  readonly path: string;
  readonly mine: string | null;
  readonly theirs: { readonly text: string; readonly etag: string } | null;
}

export interface Conflicts {
  readonly kind: "conflicts";
  readonly detail: string;
  readonly conflicts: readonly Conflict[];
}

/** Takes all of it or nothing: nothing when a file was changed on both sides. The revision after it. */
export async function pushFiles(
  database: Database,
  by: By,
  set: string,
  push: Push,
): Promise<Result<number, Refusal | Conflicts>> {
  const unfit = push.files.map(({ text }) => unfitText(text)).find((found) => found !== null);
  if (unfit !== undefined) return refuse(unfit);
  const known = await draftRevision(database, set);
  if (!known.ok && push.base === null) return createSet(database, by, set, push.files);
  if (!known.ok) return known;
  return holdSet<number, Refusal | Conflicts>(database, set, async (held) => {
    const wanted = wantedChanges(held, push);
    const conflicts = wanted.filter(({ path, base }) => (held.standing.get(path)?.sha256 ?? null) !== base);
    return conflicts.length > 0 ? refuse(await bothTexts(held, conflicts)) : write(held, by, push, wanted);
  });
}

type Wanted = Change & { readonly base: string | null };

/** What differs from what it was changed from and from what stands already. */
function wantedChanges({ standing }: Held, { files, removed }: Push): readonly Wanted[] {
  const written = files.map(({ path, text, base }) => ({ path, base, content: textContent(text) }));
  const gone = removed.map(({ path, base }) => ({ path, base, content: null }));
  return [...written, ...gone].filter(({ path, base, content }) => {
    const mine = content?.sha256 ?? null;
    return mine !== base && mine !== (standing.get(path)?.sha256 ?? null);
  });
}

async function write(held: Held, by: By, push: Push, wanted: readonly Wanted[]): Promise<Result<number>> {
  const { transaction, set, standing } = held;
  if (wanted.length === 0) return done(held.revision);
  const refused = unfitChanges(standing, wanted);
  if (refused !== null) return refuse(refused);
  const revision = await applyChanges(transaction, set, by, wanted);
  const detail = { set, revision, base: push.base, files: wanted.length };
  await record(transaction, { actor: by.actor, action: "push files", subject: set, detail, at: by.at });
  return done(revision);
}

async function bothTexts({ transaction, set }: Held, wanted: readonly Wanted[]): Promise<Conflicts> {
  const conflicts: Conflict[] = [];
  for (const { path, content } of wanted) {
    const theirs = await readDraftFile(transaction, set, path);
    const current = theirs.ok ? { text: theirs.value.text, etag: quoted(theirs.value.sha256) } : null;
    conflicts.push({ path, mine: content?.text ?? null, theirs: current });
  }
  const files = conflicts.length === 1 ? "1 file was" : `${conflicts.length} files were`;
  return { kind: "conflicts", detail: `${files} changed on both sides; nothing was taken.`, conflicts };
}
