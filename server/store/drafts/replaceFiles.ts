import type { Transaction } from "kysely";
import { done, type Refusal, type Result, refuse, unfitText } from "../../folders/index.ts";
import { record } from "../audit/index.ts";
import type { Tables } from "../database/index.ts";
import { applyChanges, changesBetween, unfitChanges } from "./changes.ts";
import { type By, textContent } from "./draft.ts";
import { holdSetIn } from "./holdSet.ts";

/** The set is another one than its writer looked at. */
export interface MovedOn {
  readonly kind: "moved on";
  readonly detail: string;
  /** The revision that stands now. */
  readonly revision: number;
}

/** Makes these all the files of a set, only over the revision `base`, with whatever else the transaction does. The revision after it. */
export async function replaceFiles(
  transaction: Transaction<Tables>,
  by: By,
  set: string,
  base: number,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<Result<number, Refusal | MovedOn>> {
  const unfit = files.map(({ text }) => unfitText(text)).find((found) => found !== null);
  if (unfit !== undefined) return refuse(unfit);
  return holdSetIn<number, Refusal | MovedOn>(transaction, set, async ({ revision, standing }) => {
    if (revision !== base) return refuse(movedOn(revision));
    const wanted = files.map(({ path, text }) => ({ path, content: textContent(text) }));
    const changes = changesBetween(standing, wanted);
    if (changes.length === 0) return done(revision);
    const refused = unfitChanges(standing, changes);
    if (refused !== null) return refuse(refused);
    const newest = await applyChanges(transaction, set, by, changes);
    const detail = { set, revision: newest, base, files: changes.length };
    await record(transaction, { actor: by.actor, action: "replace files", subject: set, detail, at: by.at });
    return done(newest);
  });
}

function movedOn(revision: number): MovedOn {
  return { kind: "moved on", detail: "The guideline set was changed by somebody else meanwhile.", revision };
}
