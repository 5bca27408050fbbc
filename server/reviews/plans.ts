import { version } from "../../engine/bundle/index.ts";
import { sha256Hex } from "../../engine/digest/index.ts";
import { engineBundle } from "../engines/index.ts";
import { type Plan, type PlanProgress, planSchema } from "../protocol/index.ts";
import type { Database } from "../store/index.ts";
import { type Base, baseOf } from "./base.ts";
import { comparedWith, type PlanInput, type Planning, startPlanning } from "./plan/index.ts";
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
  /** Another release may have had the same texts: a plan that was kept is told by the number of this one. */
  readonly base: Pick<Base, "version" | "digest"> | null;
  readonly load: () => Promise<Pick<PlanInput, "files" | "base">>;
  /** Whether somebody reviews or publishes by it. */
  readonly isUrgent: boolean;
}

export function openPlans(database: Database, clock: () => Date, failed: (error: Error) => void): Plans {
  const planning = startPlanning((input, content) => keep(database, input, content, clock()), failed);
  const planFor = (wanted: Wanted) => ask(database, planning, wanted);
  const baseFor = ({ name, base }: StoredRound) => (base === null ? null : baseOf(database, name, base));
  const nameOf = async (round: StoredRound): Promise<PlanName> => {
    const base = await baseFor(round);
    return { digest: round.digest, base, engine: await engineAtHand() };
  };
  return {
    planFor,
    planOf: async (round, asking) => {
      const name = await nameOf(round);
      const failure = planning.progress(keyOf(name))?.failure ?? null;
      if (asking === "look" || (asking === "begin unless it failed" && failure !== null)) {
        const plan = await kept(database, name);
        return plan === null ? { kind: "none" } : { kind: "made", plan };
      }
      const load = async () => ({ files: await textsOfRound(database, round), base: await baseFor(round) });
      return planFor({ ...name, load, isUrgent: true });
    },
    giveUp: async (round) => planning.cancel(keyOf(await nameOf(round))),
    close: planning.close,
  };
}

/** What tells one plan from another. */
interface PlanName extends Pick<Wanted, "digest" | "base"> {
  readonly engine: string;
}

const keyOf = ({ digest, base, engine }: PlanName): string => [digest, base?.digest ?? null, engine].join(" ");

let atHand: Promise<string> | null = null;

/** By its bytes, which change without its version; they are those this process was started with. */
function engineAtHand(): Promise<string> {
  atHand ??= engineBundle().then((engine) => `${version} ${engine === null ? "not built" : sha256Hex(engine.bytes)}`);
  return atHand;
}

async function ask(
  database: Database,
  planning: Planning,
  { digest, base, load, isUrgent }: Wanted,
): Promise<PlanUnderWay> {
  const name = { digest, base, engine: await engineAtHand() };
  const underWay = planning.progress(keyOf(name));
  if (underWay !== null && underWay.failure === null) return { kind: "making", progress: underWay };
  const plan = await kept(database, name);
  if (plan !== null) return { kind: "made", plan };
  const input = { digest, engine: name.engine, ...(await load()) };
  return { kind: "making", progress: planning.begin(keyOf(name), input, isUrgent) };
}

/** Of a set that has no release, the plan is kept under no base. */
const baseKey = (base: Pick<Base, "digest"> | null): string => base?.digest ?? "";

async function kept(database: Database, { digest, base, engine }: PlanName): Promise<Plan | null> {
  const row = await database
    .selectFrom("plan")
    .select("content")
    .where("digest", "=", digest)
    .where("base_digest", "=", baseKey(base))
    .where("engine", "=", engine)
    .executeTakeFirst();
  const plan = row === undefined ? null : decoded(row.content);
  if (plan === null || base === null) return plan;
  return { ...plan, comparison: comparedWith(plan.comparison, base.version) };
}

/** `null` for what an older server kept in another shape: it is made anew. */
function decoded(content: string): Plan | null {
  const plan = planSchema.safeParse(JSON.parse(content));
  return plan.success ? plan.data : null;
}

async function keep(database: Database, { digest, base, engine }: PlanInput, content: string, at: Date): Promise<void> {
  const row = { digest, base_digest: baseKey(base), engine, content, at };
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
