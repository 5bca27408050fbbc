import { isCaseDate } from "../../dsl/index.ts";
import { type Formula, type GuidelineProgram, type ListReduction, operandsOf, type Quantity } from "../ir/index.ts";
import { intersects, isSubset, once } from "../values/index.ts";
import { groundsOf } from "./grounds.ts";

/** With what else the values of a quantity hang together. */
interface Ties {
  /** Keys of facts, lists and dates of the case. */
  readonly keys: readonly string[];
  /** It is worked out so that some of its values may not occur. */
  readonly isWorkedOut: boolean;
}

/**
 * Whether not every combination of values of these quantities need be one that a case can state: some rest on the same statement,
 * or are worked out. Where they do not, what the logic allows can be stated.
 */
export function hangTogether(program: GuidelineProgram, quantities: readonly string[]): boolean {
  const ties = tiesIn(program);
  const met = new Set<string>();
  for (const id of quantities) {
    const own = ties.get(id);
    if (own === undefined || own.isWorkedOut || own.keys.some((key) => met.has(key))) return true;
    for (const key of own.keys) met.add(key);
  }
  return false;
}

const tiesIn = once((program: GuidelineProgram): ReadonlyMap<string, Ties> => {
  const asksForDates = program.quantities.some(({ fact }) => isCaseDate(fact));
  return new Map(program.quantities.map((quantity) => [quantity.id, tiesOf(program, quantity, asksForDates)]));
});

function tiesOf(program: GuidelineProgram, quantity: Quantity, asksForDates: boolean): Ties {
  const grounds = groundsOf(program, quantity);
  const dates = asksForDates ? datesOf(quantity) : [];
  switch (grounds.kind) {
    case "list":
      return { keys: grounds.keys, isWorkedOut: asksForDates || !hasEveryValue(grounds.reduction) };
    case "joint":
      return { keys: grounds.keys, isWorkedOut: true };
    default:
      return { keys: [...ofFact(quantity), ...dates], isWorkedOut: false };
  }
}

const datesOf = ({ anchor, window }: Quantity): readonly string[] =>
  [anchor, window?.anchor].flatMap((date) => date ?? []);

/** How a trial went is said beside how long it lasted, and neither bears on the other; whether it is documented bears on both. */
function ofFact({ fact, part }: Quantity): readonly string[] {
  const response = `${fact} · response`;
  if (part === "response") return [response];
  return part === "documentation" || part === "undocumented" ? [fact, response] : [fact];
}

/** There may be as many or as few entries as one likes, with whatever is read from one of them. */
function hasEveryValue({ reduce, where, subsets, quantities }: ListReduction): boolean {
  if (reduce.kind === "count" ? reduce.thisOne : reduce.kind !== "field" && reduce.kind !== "since latest")
    return false;
  const domains = new Map(quantities.map(({ id, domain }) => [id, domain]));
  const read = new Set(Object.values(reduce).filter((value) => typeof value === "string"));
  const tested = new Set<string>();
  const isPlain = (formula: Formula): boolean => {
    if (formula.kind === "weighted" || formula.kind === "count") return false;
    if (formula.kind === "constant") return formula.value;
    if (formula.kind === "criterion") {
      const named = subsets.get(formula.definition);
      return named !== undefined && isPlain(named);
    }
    if (formula.kind !== "test") return operandsOf(formula).every(isPlain);
    const domain = domains.get(formula.quantity) ?? [];
    if (tested.has(formula.quantity)) return false;
    tested.add(formula.quantity);
    return intersects(domain, formula.values) && !isSubset(domain, formula.values);
  };
  return isPlain(where) && quantities.every(({ fact }) => !read.has(fact));
}
