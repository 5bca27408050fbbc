import type { GuidelineInSet } from "../../determine/index.ts";
import { rootsOf } from "../../ir/index.ts";
import { type Assignment, Space } from "../../logic/index.ts";
import { type Attempt, search } from "../../witness/index.ts";
import type { Sight, SightClaim } from "../coverage/index.ts";
import type { WitnessCase } from "./witnessCase.ts";
import { madeOf } from "./made.ts";
import { reduced } from "./reduced.ts";

/** A case that shows one of the sights, found in the guideline alone; `null`: none was found. */
export function showSight(own: GuidelineInSet, alternatives: readonly Sight[]): WitnessCase | null {
  const { program } = own.compiled;
  const rows = [...program.tables.values()].flatMap((table) => table.rows.map(({ formula }) => formula));
  const space = new Space([{ program, formulas: [...rootsOf(program), ...rows] }]);
  for (const { key: service } of own.guideline.services)
    for (const sight of alternatives)
      for (const claim of sight.claims({ space, program })) {
        const found = search(space, claim.node, (assignment) => attempt(own, sight, claim, { assignment, service }));
        if (found.kind === "found") return found.shown;
      }
  return null;
}

interface Tried {
  readonly assignment: Assignment;
  readonly service: string;
}

function attempt(
  own: GuidelineInSet,
  sight: Sight,
  { open, between }: SightClaim,
  { assignment, service }: Tried,
): Attempt<WitnessCase> {
  const made = madeOf(own, { wanted: assignment, open, between }, service);
  if (made === null) return { kind: "not shown" };
  const isShown = sight.sees(own.compiled, { information: reduced(own, made), service });
  return isShown ? { kind: "shown", shown: { case: made, service } } : { kind: "not shown" };
}
