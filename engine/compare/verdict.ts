import { directionOf } from "./answers.ts";
import type { Move } from "./moves.ts";

/**
 * `wider`: a case is never sure of less than before, and some case is sure of more. `narrower`: the other way round. `mixed`: both,
 * or moves that are neither. `not proved`: no such thing was found, and it could not be ruled out.
 */
export type ComparedAs = "same" | "wider" | "narrower" | "mixed" | "not proved";

/** Cases whose evidence contradicts itself are left aside, but for the promise that nothing moves at all. */
export function verdictOf(moves: readonly Move[]): ComparedAs {
  const found = moves.filter(({ state }) => state === "found");
  const directions = new Set(found.flatMap(({ direction, conflicting }) => (conflicting ? [] : (direction ?? []))));
  if (directions.size === 2 || found.some(isRefusal)) return "mixed";
  const [direction] = directions;
  const unsure = moves.filter(
    ({ state, conflicting }) => state === "open" && (!conflicting || direction === undefined),
  );
  if (direction === undefined) return unsure.length > 0 ? "not proved" : found.length > 0 ? "mixed" : "same";
  return unsure.every((move) => openDirection(move) === direction) ? direction : "not proved";
}

/** Cases that one version refuses, as it assumes that there are none. */
const isRefusal = ({ from, to }: Move): boolean => from === "contradictory" || to === "contradictory";

/** Where it would lead if it were found; `null`: that cannot be told. */
function openDirection({ from, to }: Move): ReturnType<typeof directionOf> {
  return from === "not documented" || to === "not documented" ? null : directionOf([from], [to]);
}

/** Of several services, or of all of a set. */
export function together(verdicts: readonly ComparedAs[]): ComparedAs {
  const all = new Set(verdicts);
  if (all.has("mixed") || (all.has("wider") && all.has("narrower"))) return "mixed";
  if (all.has("not proved")) return "not proved";
  if (all.has("wider")) return "wider";
  return all.has("narrower") ? "narrower" : "same";
}
