import { done } from "../folders/index.ts";
import { draftRevision, replaceFiles } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { type Base, baseOf, releasesOf } from "./base.ts";
import type { PlanUnderWay, Plans } from "./plans.ts";
import { openChange, type Sending, sendIn } from "./sendToReview.ts";

/** What the set would be after a rollback, against what it is now. */
interface Back {
  readonly to: Base;
  readonly latest: Base;
}

/** What going back to an earlier release would change: nothing is done yet. */
export async function rollbackPlan(
  database: Database,
  plans: Plans,
  set: string,
  version: string,
): Promise<Outcome<PlanUnderWay>> {
  const back = await backTo(database, set, version);
  if (!back.ok) return back;
  const { to, latest } = back.value;
  return done(
    await plans.planFor({
      digest: to.digest,
      base: latest,
      load: async () => ({ files: to.files, base: latest }),
      isUrgent: false,
    }),
  );
}

/** Makes the texts of an earlier release the draft, and sends them to review: a rollback is a release like any other. */
export async function rollBack(
  database: Database,
  sending: Sending,
  set: string,
  { version, reason }: { readonly version: string; readonly reason: string },
): Promise<Outcome<number>> {
  const back = await backTo(database, set, version);
  if (!back.ok) return back;
  const open = await openChange(database, set);
  if (open !== null) return bar(409, `Change ${open} of this set is under review: withdraw it first.`);
  const title = `Back to release ${version}`;
  const by = { actor: sending.actor, at: sending.at, note: title };
  const work = database.transaction().execute(async (transaction) => {
    const replaced = await replaceFiles(transaction, by, set, sending.revision, back.value.to.files);
    if (!replaced.ok) return bar(replaced.refusal.kind === "moved on" ? 409 : 422, replaced.refusal.detail);
    const revision = replaced.value;
    const sent = await sendIn(transaction, { ...sending, revision }, set, { title, description: reason });
    if (!sent.ok) throw new Unsent(sent);
    return sent;
  });
  return work.catch(unsent);
}

/** Thrown in the transaction, so that the draft stays as it was where it cannot be sent. */
class Unsent extends Error {
  readonly refused: Outcome<number>;

  constructor(refused: Outcome<number>) {
    super("a rollback was not sent to review");
    this.refused = refused;
  }
}

function unsent(error: unknown): Outcome<number> {
  if (error instanceof Unsent) return error.refused;
  throw error;
}

async function backTo(database: Database, set: string, version: string): Promise<Outcome<Back>> {
  const known = await draftRevision(database, set);
  if (!known.ok) return bar(404, known.refusal.detail);
  const [newest] = await releasesOf(database, set);
  const to = newest === undefined ? null : await baseOf(database, newest.name, version);
  if (to === null || newest === undefined) return bar(404, `There is no release ${version} of this set.`);
  const latest = await baseOf(database, newest.name, newest.version);
  if (latest === null) throw new Error("a release was there and is gone");
  if (latest.digest === to.digest)
    return bar(
      409,
      `Release ${version} holds the same texts as ${newest.version}, the latest: there is nothing to go back to.`,
    );
  return done({ to, latest });
}
