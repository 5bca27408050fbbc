import type { Formula, ListReduction } from "../ir/index.ts";

/**
 * What is reduced from which entries of a list, as plain data: subsets are named by nothing but what they ask, so that a
 * change of one is a change of all that rests on it. Free of the author's words.
 */
export function reductionMeaning({ list, reduce, where, subsets, comparisons }: ListReduction): object {
  return {
    list: list.key,
    reduce,
    countedOnce: list.countedOnce.toSorted(),
    where: formulaMeaning(where, subsets),
    comparedWith: comparisons.map(({ fact }) => fact.key).toSorted(),
  };
}

function formulaMeaning(formula: Formula, subsets: ListReduction["subsets"]): unknown {
  const { kind } = formula;
  switch (kind) {
    case "test":
      return { kind, quantity: formula.quantity, values: formula.values };
    case "criterion": {
      const meant = subsets.get(formula.definition);
      return meant === undefined ? { kind, definition: formula.definition } : formulaMeaning(meant, subsets);
    }
    case "not":
      return { kind, operand: formulaMeaning(formula.operand, subsets) };
    case "constant":
      return { kind, value: formula.value };
    default:
      return { ...weightsOf(formula), operands: formula.operands.map((each) => formulaMeaning(each, subsets)) };
  }
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
