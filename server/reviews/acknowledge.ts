import { done } from "../folders/index.ts";
import { type Database, record } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { gatesFor, type GateSources } from "./gates.ts";
import { holdChange, roundBarrier } from "./holdChange.ts";
import { keysToAcknowledge } from "./plan/index.ts";
import { type Named, type Signer, teamBarrier } from "./sign.ts";

/** A reviewer says that they have looked at moves, services and changed expectations of a round, by their keys. */
export async function acknowledge(
  database: Database,
  sources: GateSources,
  { actor, at }: Signer,
  id: number,
  { keys, ...named }: Named & { readonly keys: readonly string[] },
): Promise<Outcome<number>> {
  const known = await gatesFor(database, sources, id);
  if (!known.ok) return known;
  const { plan } = known.value;
  return holdChange(database, id, async (held) => {
    const { transaction, change, round } = held;
    const barrier =
      roundBarrier(held, named) ??
      roundBarrier(held, known.value.round) ??
      (await teamBarrier(held, sources.mode, actor.id));
    if (barrier !== null) return barrier;
    if (plan === null) return bar(409, "What there is to look at is still being worked out.");
    const there = new Set(keysToAcknowledge(plan));
    if (keys.some((key) => !there.has(key)))
      return bar(422, "The plan of this round has nothing of one of these keys.");
    const own = [...new Set(keys)].map((subject) => ({ subject, actor: actor.id, at }));
    await transaction
      .insertInto("acknowledgment")
      .values(own.map((each) => ({ ...each, change_id: id, round: round.round })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const detail = { set: change.set_name, round: round.round, count: own.length };
    await record(transaction, { actor: actor.id, action: "acknowledge", subject: String(id), detail, at });
    return done(id);
  });
}
