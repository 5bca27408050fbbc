import type { Formula, GuidelineProgram, Quantity } from "../ir/index.ts";
import { everyFormula, type Order, readingOrder } from "./order.ts";
import { levelsLimit } from "./store.ts";

/** Rounds after which the order hardly changes any more. */
const mostRounds = 40;

/** Formulas of more quantities say little of which belong side by side. */
const fewQuantities = 24;

/**
 * An order for formulas that are not written in the order of what belongs together: quantities move towards the middle of the
 * formulas that test them, until the formulas no longer get narrower. From F. Aloul, I. Markov, K. Sakallah: "FORCE: a fast and
 * easy-to-implement variable-ordering heuristic" (GLSVLSI 2003). Starts from the reading order, and is the same in every run.
 */
export const gatheredOrder: Order = (program, formulas) => {
  const read = readingOrder(program, formulas);
  if (read.length > levelsLimit) return read;
  const groups = groupsIn(program, formulas, read);
  let best: readonly number[] = read.map((_, at) => at);
  let current = best;
  for (let round = 0; round < mostRounds; round += 1) {
    current = gathered(current, groups);
    if (spanOf(current, groups) >= spanOf(best, groups)) break;
    best = current;
  }
  return inPlace(read, best);
};

/** Numbers of quantities that one formula tests. */
type Group = readonly number[];

function groupsIn(
  program: GuidelineProgram,
  formulas: readonly Formula[],
  read: readonly Quantity[],
): readonly Group[] {
  const numbers = new Map(read.map(({ id }, number) => [id, number]));
  return everyFormula(program, formulas).flatMap((formula) => {
    if (formula.kind === "test" || formula.kind === "constant") return [];
    const group = readingOrder(program, [formula]).flatMap(({ id }) => numbers.get(id) ?? []);
    return group.length > 1 && group.length <= fewQuantities ? [group] : [];
  });
}

/** The places of the quantities after each went to the middle of the middles of its groups. */
function gathered(places: readonly number[], groups: readonly Group[]): readonly number[] {
  const sums = places.map(() => ({ sum: 0, count: 0 }));
  for (const group of groups) {
    const middle = group.reduce((sum, number) => sum + (places[number] ?? 0), 0) / group.length;
    for (const number of group) {
      const entry = sums[number];
      if (entry === undefined) continue;
      entry.sum += middle;
      entry.count += 1;
    }
  }
  const wished = sums.map(({ sum, count }, number) => (count === 0 ? (places[number] ?? 0) : sum / count));
  const ranked = wished.map((_, number) => number).toSorted((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
  return placesOf(ranked);
}

function placesOf(ranked: readonly number[]): readonly number[] {
  const places = ranked.map(() => 0);
  for (const [place, number] of ranked.entries()) places[number] = place;
  return places;
}

/** How far apart the quantities of each group stand, all groups together. */
function spanOf(places: readonly number[], groups: readonly Group[]): number {
  return groups.reduce((total, group) => {
    const taken = group.map((number) => places[number] ?? 0);
    return total + Math.max(...taken) - Math.min(...taken);
  }, 0);
}

function inPlace(read: readonly Quantity[], places: readonly number[]): readonly Quantity[] {
  return read
    .map((quantity, number) => ({ quantity, place: places[number] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ quantity }) => quantity);
}
