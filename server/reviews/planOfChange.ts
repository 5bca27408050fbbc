import { done } from "../folders/index.ts";
import type { Database } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { isOpen, noChange } from "./holdChange.ts";
import type { Plans, PlanUnderWay } from "./plans.ts";
import { lastRound } from "./rounds.ts";

/** The plan of what is, or was last, under review. Nothing is worked out any more of a change that is closed. */
export async function planOfChange(database: Database, plans: Plans, id: number): Promise<Outcome<PlanUnderWay>> {
  const change = await database.selectFrom("change").select("status").where("id", "=", id).executeTakeFirst();
  const round = await lastRound(database, id);
  if (change === undefined || round === null) return noChange(id);
  const asked = await plans.planOf(round, isOpen(change) ? "begin" : "look");
  if (asked.kind !== "none") return done(asked);
  return bar(404, `This change is ${change.status}, and no plan of it was kept; none is worked out any more.`);
}
