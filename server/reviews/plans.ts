import { version as engineVersion } from "../../engine/bundle/index.ts";
import { type Plan, type PlanProgress, planSchema } from "../protocol/index.ts";
import type { Database } from "../store/index.ts";
import { baseOf } from "./base.ts";
import { type PlanInput, type Planning, startPlanning } from "./plan/index.ts";
import { type StoredRound, textsOfRound } from "./rounds.ts";

/** The plans of rounds: made once, kept in the store, made anew where there is none, as after a restart or with a newer engine. */
export interface Plans {
  /** The plan of a round, or how far it is. */
  readonly planOf: (round: StoredRound, asking: Asking) => Promise<AskedPlan>;
  /** The plan of any files against the latest release. */
  readonly planFor: (wanted: Wanted) => Promise<PlanUnderWay>;
  /** Of a round that is not under review any more, no plan is made. */
  readonly giveUp: (round: StoredRound) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `begin`: makes it where there is none, also when it failed; `look`: none is made, as of a change that is closed. */
export type Asking = "begin" | "begin unless it failed" | "look";

export type AskedPlan = PlanUnderWay | { readonly kind: "none" };

export type PlanUnderWay =
  | { readonly kind: "made"; readonly plan: Plan }
  | { readonly kind: "making"; readonly progress: PlanProgress };

/** What tells one plan from another, and how its texts are found. */
export interface Wanted {
  readonly digest: string;
  readonly base: string | null;
  readonly load: () => Promise<Pick<PlanInput, "files" | "base">>;
  /** Whether somebody reviews or publishes by it. */
  readonly isUrgent: boolean;
}

export function openPlans(database: Database, clock: () => Date, failed: (error: Error) => void): Plans {
  const planning = startPlanning((input, content) => keep(database, input, content, clock()), failed);
  const planFor = (wanted: Wanted) => ask(database, planning, wanted);
  const baseFor = ({ name, base }: StoredRound) => (base === null ? null : baseOf(database, name, base));
  return {
    planFor,
    planOf: async (round, asking) => {
      const base = await baseFor(round);
      const [digest, before] = [round.digest, base?.digest ?? null];
      const failed = asking === "begin unless it failed" ? planning.progress(keyOf(digest, before)) : null;
      if (asking === "look" || (failed?.failure ?? null) !== null)
        return keptOrNone(await kept(database, digest, before));
      const load = async () => ({ files: await textsOfRound(database, round), base });
      return planFor({ digest, base: before, load, isUrgent: true });
    },
    giveUp: async (round) => planning.cancel(keyOf(round.digest, (await baseFor(round))?.digest ?? null)),
    close: planning.close,
  };
}

const keyOf = (digest: string, base: string | null): string => [digest, base, engineVersion].join(" ");

async function ask(database: Database, planning: Planning, wanted: Wanted): Promise<PlanUnderWay> {
  const { digest, base, load, isUrgent } = wanted;
  const key = keyOf(digest, base);
  const underWay = planning.progress(key);
  if (underWay !== null && underWay.failure === null) return { kind: "making", progress: underWay };
  const plan = await kept(database, digest, base);
  if (plan !== null) return { kind: "made", plan };
  const progress = planning.begin(key, { digest, engine: engineVersion, ...(await load()) }, isUrgent);
  return { kind: "making", progress };
}

const keptOrNone = (plan: Plan | null): AskedPlan => (plan === null ? { kind: "none" } : { kind: "made", plan });

/** Of a set that has no release, the plan is kept under no base. */
const baseKey = (base: string | null): string => base ?? "";

async function kept(database: Database, digest: string, base: string | null): Promise<Plan | null> {
  const row = await database
    .selectFrom("plan")
    .select("content")
    .where("digest", "=", digest)
    .where("base_digest", "=", baseKey(base))
    .where("engine", "=", engineVersion)
    .executeTakeFirst();
  return row === undefined ? null : decoded(row.content);
}

/** `null` for what an older server kept in another shape: it is made anew. */
function decoded(content: string): Plan | null {
  const plan = planSchema.safeParse(JSON.parse(content));
  return plan.success ? plan.data : null;
}

async function keep(database: Database, { digest, base }: PlanInput, content: string, at: Date): Promise<void> {
  const row = { digest, base_digest: baseKey(base?.digest ?? null), engine: engineVersion, content, at };
  await database
    .insertInto("plan")
    .values(row)
    .onConflict((conflict) => conflict.columns(["digest", "base_digest", "engine"]).doUpdateSet({ content, at }))
    .execute();
}

/** The plan where it is made already: what has to rest on it says so otherwise. */
export async function madePlan(plans: Plans, round: StoredRound, asking: Asking): Promise<Plan | null> {
  const asked = await plans.planOf(round, asking);
  return asked.kind === "made" ? asked.plan : null;
}
