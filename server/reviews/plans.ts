import { version as engineVersion } from "../../engine/bundle/index.ts";
import { type Plan, type PlanProgress, planSchema } from "../protocol/index.ts";
import type { Database } from "../store/index.ts";
import { baseOf } from "./base.ts";
import { type PlanInput, type Planning, startPlanning } from "./plan/index.ts";
import { type StoredRound, textsOfRound } from "./rounds.ts";

/** The plans of rounds: made once, kept in the store, made anew where there is none, as after a restart or with a newer engine. */
export interface Plans {
  /** The plan of a round, or how far it is; asking begins it. */
  readonly planOf: (round: StoredRound) => Promise<AskedPlan>;
  /** The plan of any files against the latest release. */
  readonly planFor: (wanted: Wanted) => Promise<AskedPlan>;
  /** Of a round that is not under review any more, no plan is made. */
  readonly giveUp: (round: StoredRound) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type AskedPlan =
  | { readonly kind: "made"; readonly plan: Plan }
  | { readonly kind: "making"; readonly progress: PlanProgress };

/** What tells one plan from another, and how its texts are found. */
export interface Wanted {
  readonly digest: string;
  readonly base: string | null;
  readonly load: () => Promise<Pick<PlanInput, "files" | "base">>;
}

export function openPlans(database: Database, clock: () => Date, failed: (error: Error) => void): Plans {
  const planning = startPlanning((input, content) => keep(database, input, content, clock()), failed);
  const planFor = (wanted: Wanted) => ask(database, planning, wanted);
  const baseFor = ({ name, base }: StoredRound) => (base === null ? null : baseOf(database, name, base));
  return {
    planFor,
    planOf: async (round) => {
      const base = await baseFor(round);
      const load = async () => ({ files: await textsOfRound(database, round), base });
      return planFor({ digest: round.digest, base: base?.digest ?? null, load });
    },
    giveUp: async (round) => planning.cancel(keyOf(round.digest, (await baseFor(round))?.digest ?? null)),
    close: planning.close,
  };
}

const keyOf = (digest: string, base: string | null): string => [digest, base, engineVersion].join(" ");

async function ask(database: Database, planning: Planning, { digest, base, load }: Wanted): Promise<AskedPlan> {
  const key = keyOf(digest, base);
  const underWay = planning.progress(key);
  if (underWay !== null && underWay.failure === null) return { kind: "making", progress: underWay };
  const plan = await kept(database, digest, base);
  if (plan !== null) return { kind: "made", plan };
  const progress = planning.begin(key, { digest, engine: engineVersion, ...(await load()) });
  return { kind: "making", progress };
}

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
export async function madePlan(plans: Plans, round: StoredRound): Promise<Plan | null> {
  const asked = await plans.planOf(round);
  return asked.kind === "made" ? asked.plan : null;
}
