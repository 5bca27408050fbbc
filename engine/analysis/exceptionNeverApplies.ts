import type { NodeId } from "../logic/index.ts";
import type { PartSpace } from "./partSpace.ts";
import type { Place } from "./places.ts";
import type { Dispensable } from "./dispensable.ts";

/** An exception, or the condition of a requirement, that excludes what it stands below. `without`: what that asks besides. */
export function exceptionNeverApplies(tried: PartSpace, place: Place, without: NodeId): Dispensable | null {
  const { role, formula } = place;
  const clause =
    role === "exception" ? formula : role === "requirement" && formula.kind === "any" ? formula.operands[0] : undefined;
  if (clause?.kind !== "not") return null;
  const { text, span } = clause.operand;
  if (tried.never(without, tried.node(clause.operand)) !== true) return null;
  return {
    problem: "exception never applies",
    flaw: {
      message: `\`${text}\` never holds of a case that meets the rest, so ${role === "exception" ? "this exception" : "what it requires"} never applies.`,
      span,
      hint: "Take it out, or look for what excludes it above.",
    },
  };
}
