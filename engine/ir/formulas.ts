import type { Formula } from "./ir.ts";

export type TestFormula = Extract<Formula, { kind: "test" }>;
export type WeightedFormula = Extract<Formula, { kind: "weighted" }>;
export type CountFormula = Extract<Formula, { kind: "all" | "any" | "count" }>;

/** The formulas directly under a node, in the order written. A named criterion has none: it stands for its definition. */
export function operandsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "test":
    case "criterion":
    case "constant":
      return [];
    case "not":
      return [formula.operand];
    default:
      return formula.operands;
  }
}

/**
 * The nodes and everything under them, each once, in the order written, without following named criteria. The rows of a table
 * are shared by all its tests: going through them at every test would never end where tables rest on tables.
 */
export function everyNode(formulas: readonly Formula[]): readonly Formula[] {
  const met = new Set<Formula>();
  const ahead = formulas.toReversed();
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (met.has(next)) continue;
    met.add(next);
    for (const operand of operandsOf(next).toReversed()) ahead.push(operand);
  }
  return [...met];
}

/** Every test in the formulas, in the order written, without following named criteria. */
export function everyTest(formulas: readonly Formula[]): readonly TestFormula[] {
  return everyNode(formulas).filter((node) => node.kind === "test");
}

export function constant(value: boolean, text: string): Formula {
  return { kind: "constant", value, text, span: { start: 0, end: 0 } };
}

/** `all` and `any` are counts too: all of n, and at least one of n. */
export function boundsOf(formula: CountFormula): { readonly atLeast: number; readonly atMost: number } {
  const all = formula.operands.length;
  switch (formula.kind) {
    case "all":
      return { atLeast: all, atMost: all };
    case "any":
      return { atLeast: 1, atMost: all };
    case "count":
      return formula;
  }
}
