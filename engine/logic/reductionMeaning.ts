import type { Formula, ListReduction } from "../ir/index.ts";
import { intersect } from "../values/index.ts";
import { valueWords } from "./valueWords.ts";

/**
 * What is reduced from which entries of a list, as plain data: subsets are named by nothing but what they ask, so that a
 * change of one is a change of all that rests on it. Free of the author's words.
 */
export function reductionMeaning(reduction: ListReduction): object {
  const { list, reduce, where, comparisons } = reduction;
  return {
    list: list.key,
    reduce,
    countedOnce: list.countedOnce.toSorted(),
    where: formulaMeaning(where, reduction),
    comparedWith: comparisons.map(({ fact }) => fact.key).toSorted(),
  };
}

function formulaMeaning(formula: Formula, reduction: ListReduction): unknown {
  const { kind } = formula;
  switch (kind) {
    case "test":
      return { kind, quantity: formula.quantity, values: valuesAsked(formula, reduction) };
    case "criterion": {
      const meant = reduction.subsets.get(formula.definition);
      return meant === undefined ? { kind, definition: formula.definition } : formulaMeaning(meant, reduction);
    }
    case "not":
      return { kind, operand: formulaMeaning(formula.operand, reduction) };
    case "constant":
      return { kind, value: formula.value };
    default:
      return { ...weightsOf(formula), operands: operandsMeaning(formula, reduction) };
  }
}

/** In an order of their own, save where points go with them. */
function operandsMeaning(formula: Joined, reduction: ListReduction): readonly unknown[] {
  const operands = joinedWith(formula).map((each) => formulaMeaning(each, reduction));
  if (formula.kind === "weighted") return operands;
  const printed = operands.map((meaning) => ({ meaning, text: JSON.stringify(meaning) }));
  return printed.toSorted((a, b) => (a.text < b.text ? -1 : 1)).map(({ meaning }) => meaning);
}

/** `a AND (b AND c)` joins three. */
function joinedWith(formula: Joined): readonly Formula[] {
  if (formula.kind !== "all" && formula.kind !== "any") return formula.operands;
  return formula.operands.flatMap((each) => (each.kind === formula.kind ? joinedWith(each) : [each]));
}

/** Those a field can have: `is none of` all options but one is that one. */
function valuesAsked({ quantity, values }: Formula & { kind: "test" }, { quantities }: ListReduction): unknown {
  const asked = quantities.find(({ id }) => id === quantity);
  return asked === undefined ? values : valueWords(asked, intersect(values, asked.domain));
}

type Joined = Extract<Formula, { readonly operands: readonly Formula[] }>;

function weightsOf(formula: Joined): object {
  const { kind } = formula;
  switch (kind) {
    case "count":
      return { kind, atLeast: formula.atLeast, atMost: formula.atMost };
    case "weighted":
      return { kind, points: formula.points, values: formula.values };
    default:
      return { kind };
  }
}
