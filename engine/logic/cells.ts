import type { Formula, Quantity } from "../ir/index.ts";
import { firstAtLeast, normalise, segmentsWithin, type ValueSet } from "../values/index.ts";

/** A quantity as the diagrams see it: values that no test tells apart are one cell. */
export interface Variable {
  readonly quantity: string;
  /** A partition of the domain, by lowest value. k thresholds make at most k + 1 cells; k points at most 2k + 1. */
  readonly cells: readonly ValueSet[];
}

/** The cells of each quantity under the tests among the given formulas, in the order of the quantities. */
export function variablesOf(quantities: readonly Quantity[], formulas: readonly Formula[]): readonly Variable[] {
  const tests = Map.groupBy(
    formulas.filter((formula) => formula.kind === "test"),
    (test) => test.quantity,
  );
  return quantities.map(({ id, domain }) => ({
    quantity: id,
    cells: cellsOf(domain, tests.get(id)?.map(({ values }) => values) ?? []),
  }));
}

/**
 * The coarsest partition of the domain in which every test holds all of a cell or nothing of it. Each test only moves the
 * segments it holds, so thousands of tests of one value each cost no more than the values they name.
 */
export function cellsOf(domain: ValueSet, tests: readonly ValueSet[]): readonly ValueSet[] {
  const segments = segmentsOf(domain, tests);
  const lows = segments.map(({ low }) => low);
  const cells = segments.map(() => 0);
  let count = 1;
  for (const test of tests) {
    const moved = new Map<number, number>();
    for (const segment of segmentsWithin(lows, test)) {
      const from = cells[segment] ?? 0;
      const to = moved.get(from) ?? count++;
      moved.set(from, to);
      cells[segment] = to;
    }
  }
  return [...Map.groupBy(segments.keys(), (segment) => cells[segment]).values()].map((members) =>
    normalise(members.flatMap((segment) => segments[segment] ?? [])),
  );
}

/** The domain cut wherever a test begins or ends, in ascending order. */
function segmentsOf(domain: ValueSet, tests: readonly ValueSet[]): ValueSet {
  const edges = tests.flatMap((test) => test.flatMap(({ low, high }) => [low, high + 1]));
  const cuts = [...new Set(edges)].toSorted((a, b) => a - b);
  return domain.flatMap(({ low, high }) => {
    const inside = cuts.slice(firstAtLeast(cuts, low + 1), firstAtLeast(cuts, high + 1));
    return [low, ...inside].map((start, at) => ({ low: start, high: (inside[at] ?? high + 1) - 1 }));
  });
}
