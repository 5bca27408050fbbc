import type { Transaction } from "kysely";
import { setFolderProblem } from "../../../engine/release/index.ts";
import { done, type Result, refuse, unfitText } from "../../folders/index.ts";
import { record } from "../audit/index.ts";
import type { Database, Tables } from "../database/index.ts";
import { lockNames, nameTaken } from "../names/index.ts";
import { applyChanges, unfitChanges } from "./changes.ts";
import { type By, type Change, textContent } from "./draft.ts";

/** A new guideline set with its first files, `set.yaml` among them. Its revision. */
export async function createSet(
  database: Database,
  by: By,
  set: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<Result<number>> {
  const unfit = files.map(({ text }) => unfitText(text)).find((found) => found !== null);
  if (unfit !== undefined) return refuse(unfit);
  const changes = files.map(({ path, text }) => ({ path, content: textContent(text) }));
  return database.transaction().execute(async (transaction) => {
    const created = await insertSet(transaction, by, set, { changes, imported: null });
    if (!created.ok) return created;
    const detail = { set, revision: created.value, files: files.length };
    await record(transaction, { actor: by.actor, action: "create set", subject: set, detail, at: by.at });
    return created;
  });
}

/** `imported`: the digest of the folder that the files come from. */
export async function insertSet(
  transaction: Transaction<Tables>,
  by: By,
  set: string,
  { changes, imported }: { readonly changes: readonly Change[]; readonly imported: string | null },
): Promise<Result<number>> {
  const refused = (await takenName(transaction, set)) ?? unfitChanges(new Map(), changes);
  if (refused !== null) return refuse(refused);
  await transaction.insertInto("guideline_set").values({ name: set, created_at: by.at, imported }).execute();
  return done(await applyChanges(transaction, set, by, changes));
}

async function takenName(transaction: Transaction<Tables>, set: string) {
  const problem = setFolderProblem(set);
  if (problem !== null) return { kind: "bad path", detail: `The name of a guideline set ${problem}.` } as const;
  await lockNames(transaction);
  const taken = await nameTaken(transaction, set, null);
  return taken === null ? null : ({ kind: "exists", detail: taken } as const);
}
