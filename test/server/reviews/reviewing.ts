import type { Change } from "../../../server/protocol/index.ts";
import {
  acknowledge,
  decide,
  type Outcome,
  type PublishingSources,
  publishChange,
  readChange,
  sendToReview,
  waive,
} from "../../../server/reviews/index.ts";
import { keysToAcknowledge } from "../../../server/reviews/plan/planGates.ts";
import { readRounds } from "../../../server/reviews/rounds.ts";
import type { Database } from "../../../server/store/index.ts";
import { noon, person, revisionOf } from "./knees.ts";

/** What people do with changes, each by an id, always with the newest round. */
export function reviewing(database: Database, sources: PublishingSources) {
  const by = (id: string) => ({ actor: person(id), at: sources.clock() });
  const read = async (id: number, asker = "eve"): Promise<Change> =>
    valueOf(await readChange(database, sources, person(asker), id));
  const named = async (id: number) => {
    const last = (await read(id)).rounds.at(-1);
    return { round: last?.round ?? 0, digest: last?.digest ?? "" };
  };
  const trySend = async (actor: string, set: string) => {
    const sending = { actor, at: noon, revision: await revisionOf(database, set), mode: sources.mode };
    return sendToReview(database, sending, set, { title: "A change", description: "" });
  };
  const approve = async (id: number, actor: string) =>
    decide(database, sources, by(actor), id, { ...(await named(id)), decision: "approved", reason: "" });
  const acknowledgeAll = async (id: number, actor: string) => {
    const last = (await readRounds(database, id)).at(-1);
    const asked = last === undefined ? null : await sources.plans.planOf(last, "begin");
    const keys = asked?.kind === "made" ? keysToAcknowledge(asked.plan) : [];
    if (keys.length > 0) valueOf(await acknowledge(database, sources, by(actor), id, { ...(await named(id)), keys }));
  };
  const waiveGate = async (id: number, gate: Parameters<typeof waive>[4]["gate"], actor: string) =>
    waive(database, sources, by(actor), id, { ...(await named(id)), gate, reason: "Because." });
  const publish = async (id: number, from: string, { to = null, actor = "pat" }: Publishing = {}) =>
    publishChange(database, sources, by(actor), id, { ...(await named(id)), effective: { from, to } });
  return {
    by,
    read,
    named,
    trySend,
    send: async (actor: string, set: string) => valueOf(await trySend(actor, set)),
    approve,
    acknowledgeAll,
    waiveGate,
    publish,
    /** Approved by rita, published by pat. */
    release: async (id: number, from: string) => {
      valueOf(await approve(id, "rita"));
      await acknowledgeAll(id, "rita");
      return valueOf(await publish(id, from));
    },
  };
}

interface Publishing {
  readonly to?: string | null;
  readonly actor?: string;
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
}
