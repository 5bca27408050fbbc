import { definitionOf, type Formula, type GuidelineProgram, operandsOf, type Quantity } from "../ir/index.ts";

/** In which order diagrams of some formulas ask the quantities those test. */
export type Order = (program: GuidelineProgram, formulas: readonly Formula[]) => readonly Quantity[];

/**
 * The order in which a reader meets the quantities, named criteria read where they are first used. What is written together
 * is asked together, which keeps diagrams of written rules small.
 */
export const readingOrder: Order = (program, formulas) => inOrder(program, testedBy(program, formulas));

/** An order that does not depend on how the guideline is written, for diagrams that are to be compared. */
export const canonicalOrder: Order = (program, formulas) => inOrder(program, testedBy(program, formulas).toSorted());

function testedBy(program: GuidelineProgram, formulas: readonly Formula[]): readonly string[] {
  return everyFormula(program, formulas).flatMap((formula) => (formula.kind === "test" ? [formula.quantity] : []));
}

/** The formulas and all they rest on, named criteria included, each once, in the order of reading. */
export function everyFormula(program: GuidelineProgram, formulas: readonly Formula[]): readonly Formula[] {
  const read = new Set<Formula>();
  const visit = (formula: Formula): void => {
    if (read.has(formula)) return;
    read.add(formula);
    if (formula.kind === "criterion") visit(definitionOf(program, formula.definition));
    operandsOf(formula).forEach(visit);
  };
  formulas.forEach(visit);
  return [...read];
}

function inOrder(program: GuidelineProgram, ids: readonly string[]): readonly Quantity[] {
  const quantities = quantitiesOf(program);
  return [...new Set(ids)].flatMap((id) => quantities.get(id) ?? []);
}

const indexed = new WeakMap<GuidelineProgram["quantities"], ReadonlyMap<string, Quantity>>();

/** By id; a program has many diagrams. */
export function quantitiesOf({ quantities }: GuidelineProgram): ReadonlyMap<string, Quantity> {
  const known = indexed.get(quantities) ?? new Map(quantities.map((quantity) => [quantity.id, quantity]));
  indexed.set(quantities, known);
  return known;
}
