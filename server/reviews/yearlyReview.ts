import { done } from "../folders/index.ts";
import { draftRevision } from "../store/drafts/index.ts";
import { type Database, record } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { releasesOf } from "./base.ts";
import type { Signer } from "./sign.ts";

/** Signs that the latest release of a set was looked at again and is still right (NCQA UM 2, URAC: at least once a year). */
export async function reviewYearly(
  database: Database,
  { actor, at }: Signer,
  set: string,
  { version, note }: { readonly version: string; readonly note: string },
): Promise<Outcome<null>> {
  const known = await draftRevision(database, set);
  if (!known.ok) return bar(404, known.refusal.detail);
  const [latest] = await releasesOf(database, set);
  if (latest === undefined) return bar(409, "This set has no release yet: there is nothing to review.");
  if (latest.version !== version)
    return bar(409, `The latest release is ${latest.version}: that is the one to review.`);
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
