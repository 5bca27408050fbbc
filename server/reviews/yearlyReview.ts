import { done } from "../folders/index.ts";
import { draftRevision } from "../store/drafts/index.ts";
import { type Database, record } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { releaseToReview } from "./due.ts";
import type { Signer } from "./sign.ts";

/** Signs that the release of a set that is due was looked at again and is still right (NCQA UM 2, URAC: at least once a year). */
export async function reviewYearly(
  database: Database,
  { actor, at }: Signer,
  set: string,
  { version, note }: { readonly version: string; readonly note: string },
): Promise<Outcome<null>> {
  const known = await draftRevision(database, set);
  if (!known.ok) return bar(404, known.refusal.detail);
  const latest = await releaseToReview(database, set, at.toISOString().slice(0, 10));
  if (latest === undefined)
    return bar(409, "No release of this set decides any day from today on: there is nothing to review.");
  if (latest.version !== version) return bar(409, `The release to review is ${latest.version}.`);
  return database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("yearly_review")
      .values({ set_name: set, version, actor: actor.id, actor_name: actor.name, note, at })
      .execute();
    const detail = { set, version };
    await record(transaction, { actor: actor.id, action: "yearly review", subject: `${set} ${version}`, detail, at });
    return done(null);
  });
}
