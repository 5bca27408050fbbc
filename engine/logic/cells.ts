import type { Formula, Quantity } from "../ir/index.ts";
import { intersect, isEmpty, lowest, subtract, type ValueSet } from "../values/index.ts";

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

/** The coarsest partition of the domain in which every test holds all of a cell or nothing of it. */
export function cellsOf(domain: ValueSet, tests: readonly ValueSet[]): readonly ValueSet[] {
  return tests
    .reduce<readonly ValueSet[]>((cells, test) => cells.flatMap((cell) => splitBy(cell, test)), [domain])
    .toSorted((a, b) => (lowest(a) ?? 0) - (lowest(b) ?? 0));
}

function splitBy(cell: ValueSet, test: ValueSet): readonly ValueSet[] {
  return [intersect(cell, test), subtract(cell, test)].filter((part) => !isEmpty(part));
}
