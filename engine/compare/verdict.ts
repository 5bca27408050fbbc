import { type Direction, directionOf, type Said, type Settled } from "./answers.ts";
import type { Move } from "./moves.ts";

/**
 * `wider`: a case is never sure of less than before, and some case is sure of more. `narrower`: the other way round. `mixed`: both,
 * or moves that are neither. `not proved`: no such thing was found, and it could not be ruled out.
 */
export type ComparedAs = "same" | "wider" | "narrower" | "mixed" | "not proved";

/** What each version may come to at all. */
export interface Reachable {
  readonly before: readonly Settled[];
  readonly now: readonly Settled[];
}

/** Cases whose evidence contradicts itself are left aside, but for the promise that nothing moves at all. */
export function verdictOf(moves: readonly Move[], reachable: Reachable): ComparedAs {
  const found = moves.filter(({ state }) => state === "found");
  const directions = new Set(found.flatMap(({ direction, conflicting }) => (conflicting ? [] : (direction ?? []))));
  if (directions.size === 2 || found.some(isRefusal)) return "mixed";
  const [direction] = directions;
  const unsure = moves.filter(({ state }) => state === "open");
  if (direction === undefined) return unsure.length > 0 ? "not proved" : found.length > 0 ? "mixed" : "same";
  const mayOppose = unsure.some(
    (move) => !move.conflicting && mayLead(move, reachable).some((each) => each !== null && each !== direction),
  );
  return mayOppose || unsure.some(isRefusal) ? "not proved" : direction;
}

/** Cases that one version refuses, as it assumes that there are none. */
const isRefusal = ({ from, to }: Move): boolean => from === "contradictory" || to === "contradictory";

/** Where a move would lead if it were found. Of what is not documented at least two outcomes are possible. */
function mayLead({ from, to }: Move, { before, now }: Reachable): readonly (Direction | null)[] {
  const [earlier, later] = [comesTo(from, before), comesTo(to, now)];
  return earlier.flatMap((one) => later.map((other) => directionOf(one, other)));
}

function comesTo(said: Said, reachable: readonly Settled[]): readonly (readonly Settled[])[] {
  if (said !== "not documented") return [[said]];
  return reachable.flatMap((one, at) => reachable.slice(at + 1).map((other) => [one, other]));
}

/** Of several services, or of all of a set. */
export function together(verdicts: readonly ComparedAs[]): ComparedAs {
  const all = new Set(verdicts);
  if (all.has("mixed") || (all.has("wider") && all.has("narrower"))) return "mixed";
  if (all.has("not proved")) return "not proved";
  if (all.has("wider")) return "wider";
  return all.has("narrower") ? "narrower" : "same";
}
