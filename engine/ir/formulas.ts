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

/** The node and everything under it, in the order written, without following named criteria. */
export function everyNode(formula: Formula): readonly Formula[] {
  return [formula, ...operandsOf(formula).flatMap(everyNode)];
}

/** Every test in the formula, in the order written, without following named criteria. */
export function everyTest(formula: Formula): readonly TestFormula[] {
  return everyNode(formula).filter((node) => node.kind === "test");
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
