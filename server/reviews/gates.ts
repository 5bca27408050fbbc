import type { Selectable } from "kysely";
import { done } from "../folders/index.ts";
import type { Gate, Plan } from "../protocol/index.ts";
import { gatesOf } from "../publishing/index.ts";
import type { Database, Tables } from "../store/index.ts";
import type { Outcome } from "./barrier.ts";
import { activeAmong, type Counted, countedOf, type Heard } from "./counted.ts";
import { isOpen, noChange } from "./holdChange.ts";
import { planFacts } from "./plan/index.ts";
import { madePlan, type Plans } from "./plans.ts";
import { readRounds, type StoredRound } from "./rounds.ts";
import { roundOfNobody } from "./whose/index.ts";
import { signingsOf, type Standing, standingOf, type StoredSigning } from "./signings.ts";

/** What gates are computed from. */
export interface GateSources {
  readonly plans: Plans;
  readonly mode: "local" | "team";
}

/** Everything that stands of the last round of a change. */
export interface ChangeState {
  readonly change: Selectable<Tables["change"]>;
  readonly rounds: readonly StoredRound[];
  readonly round: StoredRound;
  /** `null`: not worked out yet. */
  readonly plan: Plan | null;
  readonly gates: readonly Gate[];
  readonly signings: readonly StoredSigning[];
  readonly standing: Standing;
  readonly counted: Counted;
  /** Of those who signed or acknowledged anything of the change, who is a person still. */
  readonly active: Heard;
  readonly acknowledgments: readonly Selectable<Tables["acknowledgment"]>[];
  /** Why nobody in a team may judge the round at all; `null`: somebody may. */
  readonly ofNobody: string | null;
}

/** Computed each time, so that nothing but what is true now opens a gate. */
export async function gatesFor(
  database: Database,
  { plans, mode }: GateSources,
  id: number,
): Promise<Outcome<ChangeState>> {
  const change = await database.selectFrom("change").selectAll().where("id", "=", id).executeTakeFirst();
  const rounds = await readRounds(database, id);
  const round = rounds.at(-1);
  if (change === undefined || round === undefined) return noChange(id);
  const plan = await madePlan(plans, round, isOpen(change) ? "begin unless it failed" : "look");
  const signings = await signingsOf(database, id);
  const standing = standingOf(signings, round);
  const acknowledgments = await acknowledgmentsOf(database, round);
  const active = await activeAmong(
    database,
    [...signings, ...acknowledgments].map(({ actor }) => actor),
  );
  const ofNobody = mode === "team" && isOpen(change) ? await roundOfNobody(database, change, round) : null;
  const heardOf = ofNobody === null ? active : new Map();
  // What is closed stays as it was judged, whoever leaves later.
  const heard = { change, round, mode, signings, acknowledgments, active: isOpen(change) ? heardOf : null };
  const counted = countedOf(heard);
  const said = {
    acknowledged: counted.acknowledged,
    approvals: counted.approved.length,
    changesRequestedBy: counted.changesRequested.map(({ actor_name }) => actor_name),
    isApprovalNeeded: mode === "team",
    waived: new Set(counted.waivers.keys()),
  };
  const gates = gatesOf({ ...(plan === null ? unknown : planFacts(plan)), ...said });
  return done({ change, rounds, round, plan, gates, signings, standing, counted, active, acknowledgments, ofNobody });
}

/** Before the plan is made. */
const unknown: ReturnType<typeof planFacts> = {
  errors: null,
  tests: null,
  mutation: null,
  transitions: null,
  uncited: null,
  proofs: null,
};

function acknowledgmentsOf(database: Database, { change, round }: StoredRound) {
  return database
    .selectFrom("acknowledgment")
    .selectAll()
    .where("change_id", "=", change)
    .where("round", "=", round)
    .orderBy("at")
    .orderBy("subject")
    .execute();
}
