import type { GuidelineInSet } from "../../determine/index.ts";
import type { CompiledGuideline, Known } from "../../evaluate/index.ts";
import type { TestFormula } from "../../ir/index.ts";
import { intersects, isSubset } from "../../values/index.ts";

/**
 * A guideline as a tool of two answers would run it: while what one test asks is open, the test is taken to hold, or to fail,
 * as it always does in `always`. That is a change of what the test is told of the case, and of no formula: where the test is
 * decided, the guideline says what it said.
 */
export function asTaken(own: GuidelineInSet, always: CompiledGuideline, test: TestFormula): GuidelineInSet {
  const { compiled } = own;
  const reader = (known: Known): CompiledGuideline => (isOpen(test, known) ? always : compiled);
  return {
    guideline: own.guideline,
    compiled: {
      program: compiled.program,
      diagrams: compiled.diagrams,
      answer: (criterion, known) => {
        const taken = reader(known);
        return taken.answer(criterion === compiled.program.scope ? taken.program.scope : criterion, known);
      },
      outcomes: (service, known) => reader(known).outcomes(service, known),
      contradicted: (known) => reader(known).contradicted(known),
      stillMatters: (service, known) => reader(known).stillMatters(service, known),
      ways: (service, known) => reader(known).ways(service, known),
      decidedBy: (service, known) => reader(known).decidedBy(service, known),
      values: (table, known) => reader(known).values(table, known),
    },
  };
}

/** Whether the case leaves values that satisfy the test and values that fail it. */
export function isOpen({ quantity, values }: TestFormula, known: Known): boolean {
  const left = known.quantities.get(quantity)?.values;
  return left === undefined || (intersects(left, values) && !isSubset(left, values));
}
