import { isCaseDate } from "../../dsl/index.ts";
import type { GuidelineProgram, Quantity } from "../ir/index.ts";
import { once } from "../values/index.ts";

/** What the values of a quantity rest on in a case. */
interface Grounds {
  /** Keys of facts, lists and dates of the case. */
  readonly keys: readonly string[];
  /** It is worked out from several statements, or from entries that meet a criterion: some of its values may not occur. */
  readonly isWorkedOut: boolean;
}

/**
 * Whether not every combination of values of these quantities need be one that a case can state: some rest on the same statement,
 * or are worked out. Where they do not, what the logic allows can be stated.
 */
export function hangTogether(program: GuidelineProgram, quantities: readonly string[]): boolean {
  const grounds = groundsIn(program);
  const met = new Set<string>();
  for (const id of quantities) {
    const own = grounds.get(id);
    if (own === undefined || own.isWorkedOut || own.keys.some((key) => met.has(key))) return true;
    for (const key of own.keys) met.add(key);
  }
  return false;
}

const groundsIn = once((program: GuidelineProgram): ReadonlyMap<string, Grounds> => {
  const asksForDates = program.quantities.some(({ fact }) => isCaseDate(fact));
  return new Map(program.quantities.map((quantity) => [quantity.id, groundsOf(program, quantity, asksForDates)]));
});

function groundsOf(program: GuidelineProgram, quantity: Quantity, asksForDates: boolean): Grounds {
  const { fact, anchor, window } = quantity;
  const dates = asksForDates ? [anchor, window?.anchor].flatMap((date) => date ?? []) : [];
  const reduction = program.reductions.find((each) => each.fact.key === fact);
  if (reduction === undefined) {
    const isWorkedOut = [...program.comparisons, ...program.calculations].some((each) => each.fact.key === fact);
    return { keys: [fact, ...dates], isWorkedOut };
  }
  const isWorkedOut = reduction.where.kind !== "constant" || reduction.reduce.kind !== "count" || asksForDates;
  return { keys: [reduction.list.key], isWorkedOut };
}
