import { done } from "../folders/index.ts";
import { removeSet } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";
import { releaseNameOf } from "../store/names/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { holdDraft, openChange, type Sending } from "./sendToReview.ts";

/** Removes a guideline set as somebody looked at it, if it was never released and is not under review; the revision after it. */
export function removeDraft(
  database: Database,
  removing: Omit<Sending, "mode">,
  set: string,
): Promise<Outcome<number>> {
  return database.transaction().execute(async (transaction) => {
    const draft = await holdDraft(transaction, removing, set);
    if (!draft.ok) return draft;
    if ((await releaseNameOf(transaction, set)) !== null)
      return bar(409, "This set was released: what decided cases is never removed. A release is retired instead.");
    const open = await openChange(transaction, set);
    if (open !== null) return bar(409, `Change ${open} of this set is under review: withdraw it first.`);
    return done(await removeSet(transaction, removing, draft.value));
  });
}
