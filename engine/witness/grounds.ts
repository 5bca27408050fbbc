import { isCaseDate } from "../../dsl/index.ts";
import type { GuidelineProgram, ListReduction, Quantity } from "../ir/index.ts";

/** What a case has to state for a quantity to have a value: the keys of facts and lists; dates of the case are always stated. */
export type Grounds = { readonly keys: readonly string[] } & (
  | { readonly kind: "fact" | "date" }
  /** Facts held against each other, or that a number is calculated from. */
  | { readonly kind: "joint" }
  /** The list first, then facts that its entries are held against. */
  | { readonly kind: "list"; readonly reduction: ListReduction }
);

export function groundsOf(program: GuidelineProgram, { fact }: Quantity): Grounds {
  const reduction = program.reductions.find((one) => one.fact.key === fact);
  if (reduction !== undefined) {
    const compared = reduction.comparisons.filter(({ ofCase }) => ofCase).map(({ right }) => right.key);
    return { kind: "list", keys: stated([reduction.list.key, ...compared]), reduction };
  }
  const compared = program.comparisons.find((one) => one.fact.key === fact);
  if (compared !== undefined) return { kind: "joint", keys: stated([compared.left.key, compared.right.key]) };
  const calculated = program.calculations.find((one) => one.fact.key === fact);
  if (calculated !== undefined) return { kind: "joint", keys: stated(calculated.operands.map(({ key }) => key)) };
  return { kind: isCaseDate(fact) ? "date" : "fact", keys: stated([fact]) };
}

const stated = (keys: readonly string[]): readonly string[] => keys.filter((key) => !isCaseDate(key));
