import type { Arithmetic, Calculation, Fact, Moment, Need } from "../../dsl/index.ts";
import type { CalculatedQuantity } from "./ir.ts";

/** Calculated numbers as facts of their own, with the facts of the case that each needs. */
export function calculatedQuantities(
  calculations: readonly Calculation[],
  facts: ReadonlyMap<string, Fact>,
): readonly CalculatedQuantity[] {
  const byKey = new Map(calculations.map((each) => [each.key, each]));
  return calculations.map((calculation) => {
    const keys = [...new Set(operandKeys(calculation, byKey, new Set()))];
    const operands = keys.flatMap((key) => facts.get(key) ?? []);
    return { calculation, operands, fact: factOf(calculation, operands) };
  });
}

/** `met`: the calculations gone through already; one that stands in many others is gone through once. */
function operandKeys(
  calculation: Calculation,
  calculations: ReadonlyMap<string, Calculation>,
  met: Set<string>,
): readonly string[] {
  met.add(calculation.key);
  return namedIn(calculation.value).flatMap((key) => {
    const inner = calculations.get(key);
    if (inner === undefined) return [key];
    return met.has(key) ? [] : operandKeys(inner, calculations, met);
  });
}

/** The facts and calculated numbers that an arithmetic names, in the order written. */
export function namedIn(arithmetic: Arithmetic): readonly string[] {
  switch (arithmetic.kind) {
    case "number":
      return [];
    case "fact":
      return [arithmetic.fact];
    case "days":
    case "months":
      return [arithmetic.from, arithmetic.to].flatMap(dateIn);
    case "percent decrease":
    case "percent increase":
      return [...namedIn(arithmetic.from), ...namedIn(arithmetic.to)];
    case "in unit":
      return namedIn(arithmetic.amount);
    default:
      return [...namedIn(arithmetic.left), ...namedIn(arithmetic.right)];
  }
}

const dateIn = (moment: Moment): readonly string[] => (moment.kind === "fact" ? [moment.fact] : []);

function factOf(calculation: Calculation, operands: readonly Fact[]): Fact {
  const { name, key, type, wording, citation, notes, span } = calculation;
  const needs = operands.flatMap((fact) => fact.needs);
  const orNone = operands.some((fact) => fact.orNone);
  return { name, key, type, askedFor: null, orNone, needs: distinct(needs), wording, citation, notes, span };
}

const distinct = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((need) => [need.text, need])).values(),
];
