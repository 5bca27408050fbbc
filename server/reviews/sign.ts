import type { Actor } from "../access/index.ts";
import { done } from "../folders/index.ts";
import { type Database, record } from "../store/index.ts";
import { isWaivable } from "../publishing/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { gatesFor, type GateSources } from "./gates.ts";
import { type HeldChange, holdChange, roundBarrier } from "./holdChange.ts";
import { dependence } from "./independence.ts";
import { roundOfNobody } from "./whose/index.ts";
import { type GateName, isApproved, signingsOf, standingOf } from "./signings.ts";

/** The text that somebody looked at, by its number and its digest. */
export interface Named {
  readonly round: number;
  readonly digest: string;
}

/** Who signs, and when; that they are who they say was shown again before. */
export interface Signer {
  readonly actor: Pick<Actor, "id" | "name">;
  readonly at: Date;
}

/** Signs that a round is approved, or that changes to it are wanted. */
export function decide(
  database: Database,
  { mode }: Pick<GateSources, "mode">,
  { actor, at }: Signer,
  id: number,
  {
    decision,
    reason,
    ...named
  }: Named & { readonly decision: "approved" | "changes requested"; readonly reason: string },
): Promise<Outcome<number>> {
  return holdChange(database, id, async (held) => {
    const barrier =
      roundBarrier(held, named) ?? dependenceBarrier(held, actor.id) ?? (await nobodysBarrier(held, mode));
    if (barrier !== null) return barrier;
    if (decision === "changes requested" && reason === "") return bar(422, "Say what is to be changed.");
    const { transaction, round } = held;
    const before = standingOf(await signingsOf(transaction, id), round);
    const own = decision === "approved" ? before.approved : before.changesRequested;
    if (own.some((each) => each.actor === actor.id))
      return bar(409, `You signed this already for round ${round.round}.`);
    await insertSigning(held, { actor, at }, { meaning: decision, gate: null, reason });
    const status = isApproved(standingOf(await signingsOf(transaction, id), round)) ? "approved" : "in review";
    await transaction.updateTable("change").set({ status }).where("id", "=", id).execute();
    const action = decision === "approved" ? "approve round" : "request changes";
    await recordSigning(held, { actor, at }, action, {});
    return done(id);
  });
}

/** Signs that a gate is not passed and the release may be made even so, and why. In a team nobody waives a gate of their own text. */
export async function waive(
  database: Database,
  sources: GateSources,
  { actor, at }: Signer,
  id: number,
  { gate, reason, ...named }: Named & { readonly gate: GateName; readonly reason: string },
): Promise<Outcome<number>> {
  if (!isWaivable(gate)) return bar(409, `The gate “${gate}” is never waived.`);
  const known = await gatesFor(database, sources, id);
  if (!known.ok) return known;
  return holdChange(database, id, async (held) => {
    const barrier =
      roundBarrier(held, named) ??
      roundBarrier(held, known.value.round) ??
      (await teamBarrier(held, sources.mode, actor.id));
    if (barrier !== null) return barrier;
    if (known.value.plan === null) return bar(409, "What there is to waive is still being worked out.");
    const state = known.value.gates.find((each) => each.gate === gate)?.state;
    if (state === "passed") return bar(409, `The gate “${gate}” is passed: there is nothing to waive.`);
    const before = standingOf(await signingsOf(held.transaction, id), held.round).waivers.get(gate);
    const isNew = known.value.signings.every((each) => each.id !== before?.id);
    if (before !== undefined && (isNew || known.value.counted.waivers.has(gate)))
      return bar(409, `The gate “${gate}” is waived already.`);
    await insertSigning(held, { actor, at }, { meaning: "waived", gate, reason });
    await recordSigning(held, { actor, at }, "waive gate", { gate });
    return done(id);
  });
}

/** What keeps somebody in a team from judging a round; whoever works alone judges their own. */
export async function teamBarrier(held: HeldChange, mode: GateSources["mode"], actor: string) {
  if (mode === "local") return null;
  return dependenceBarrier(held, actor) ?? (await nobodysBarrier(held, mode));
}

function dependenceBarrier({ change, round }: HeldChange, actor: string) {
  const because = dependence(actor, change, round);
  return because === null ? null : bar(403, because);
}

async function nobodysBarrier({ transaction, change, round }: HeldChange, mode: GateSources["mode"]) {
  const because = mode === "team" ? await roundOfNobody(transaction, change, round) : null;
  return because === null ? null : bar(409, because);
}

interface Said {
  readonly meaning: "approved" | "changes requested" | "waived" | "published";
  readonly gate: GateName | null;
  readonly reason: string;
}

/** As 21 CFR 11.50 wants it: who, by printed name, when, what it means; and of what, by its digest (11.70). */
export async function insertSigning(
  { transaction, change, round }: HeldChange,
  { actor, at }: Signer,
  said: Said,
): Promise<void> {
  const of = { change_id: change.id, round: round.round, digest: round.digest };
  await transaction
    .insertInto("signing")
    .values({ ...of, ...said, actor: actor.id, actor_name: actor.name, at })
    .execute();
}

async function recordSigning(
  { transaction, change, round }: HeldChange,
  { actor, at }: Signer,
  action: string,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const detail = { set: change.set_name, round: round.round, digest: round.digest, ...more };
  await record(transaction, { actor: actor.id, action, subject: String(change.id), detail, at });
}
