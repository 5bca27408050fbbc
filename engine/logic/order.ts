import { definitionOf, type Formula, type GuidelineProgram, operandsOf, type Quantity } from "../ir/index.ts";

/**
 * The order in which a reader meets the quantities: scope, then each service, named criteria where they are first used.
 * What is written together is asked together, which keeps diagrams of written rules small.
 */
export function readingOrder(program: GuidelineProgram): readonly Quantity[] {
  const met = new Set<string>();
  const read = new Set<Formula>();
  const visit = (formula: Formula): void => {
    if (read.has(formula)) return;
    read.add(formula);
    if (formula.kind === "test") met.add(formula.quantity);
    if (formula.kind === "criterion") visit(definitionOf(program, formula.definition));
    operandsOf(formula).forEach(visit);
  };
  visit(program.scope);
  for (const { exclusion, criteria } of program.services) [exclusion, criteria].forEach(visit);
  [...program.criteria.values(), ...program.assumptions].forEach(visit);
  return inOrder(program, [...met]);
}

/** An order that does not depend on how the guideline is written, for diagrams that are to be compared. */
export function canonicalOrder(program: GuidelineProgram): readonly Quantity[] {
  return inOrder(program, program.quantities.map(({ id }) => id).toSorted());
}

function inOrder(program: GuidelineProgram, ids: readonly string[]): readonly Quantity[] {
  const quantities = new Map(program.quantities.map((quantity) => [quantity.id, quantity]));
  return ids.flatMap((id) => quantities.get(id) ?? []);
}
