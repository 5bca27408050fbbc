import type { Transaction } from "kysely";
import { done } from "../folders/index.ts";
import { firstToday, type KeySecret, retireRelease, storeShelf } from "../publishing/index.ts";
import { draftRevision } from "../store/drafts/index.ts";
import { type Database, record, type Tables } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { releasesOf } from "./base.ts";
import { noSecret } from "./publishChange.ts";
import type { Signer } from "./sign.ts";

export interface Retiring {
  readonly set: string;
  readonly version: string;
  readonly reason: string;
  /** The last day of service that it decides; where it begins only after that, it never decides any. */
  readonly effectiveTo: string;
}

/** Ends a release, signed and told to the log. What it decided stays as it was. */
export async function retire(
  database: Database,
  secret: KeySecret | null,
  { actor, at }: Signer,
  { set, version, reason, effectiveTo: to }: Retiring,
): Promise<Outcome<null>> {
  if (secret === null) return noSecret;
  const known = await draftRevision(database, set);
  if (!known.ok) return bar(404, known.refusal.detail);
  const release = (await releasesOf(database, set)).find((each) => each.version === version);
  if (release === undefined) return bar(404, `There is no release ${version} of this set.`);
  const today = firstToday(at);
  if (to < today) return bar(422, `Days before today, ${today}, were decided with it already.`);
  const alongside = (transaction: Transaction<Tables>) => closeFor(transaction, { actor, at }, release.change);
  const shelf = storeShelf(database, { secret, actor: actor.id, alongside });
  const retired = await retireRelease(shelf, { set: release.name, version, to, reason, name: actor.name, now: at });
  return retired.kind === "retired" ? done(null) : bar(409, retired.detail);
}

/** The change that the release came of. */
async function closeFor(transaction: Transaction<Tables>, { actor, at }: Signer, change: number | null): Promise<void> {
  if (change === null) return;
  await transaction.updateTable("change").set({ status: "retired" }).where("id", "=", change).execute();
  await record(transaction, { actor: actor.id, action: "retire change", subject: String(change), detail: {}, at });
}
