import { HIGHEST, LOWEST, NONE, type Range } from "../../../dsl/index.ts";
import { everyTest, type ListReduction, type Quantity } from "../../ir/index.ts";
import { type Case, intersect, lowest, between, type ValueSet } from "../../values/index.ts";
import { asValues } from "../allowed.ts";
import type { ListAsk } from "../posed.ts";

/** One test of a field of an entry: by `where`, or by what is wanted of a value reduced from the list. */
export interface FieldTest {
  readonly quantity: Pick<Quantity, "part" | "anchor" | "window">;
  readonly values: ValueSet;
}

/** Everything that tests tell apart of a field. */
export function testsOfField(asks: readonly ListAsk[], field: string): readonly FieldTest[] {
  return asks.flatMap((ask) => [...testedByWhere(ask.reduction, field), ...testedByWanted(ask, field)]);
}

function testedByWhere({ where, subsets, quantities }: ListReduction, field: string): readonly FieldTest[] {
  const own = new Map(quantities.filter(({ fact }) => fact === field).map((quantity) => [quantity.id, quantity]));
  return everyTest([where, ...subsets.values()]).flatMap(({ quantity: id, values }) => {
    const quantity = own.get(id);
    return quantity === undefined ? [] : [{ quantity, values }];
  });
}

function testedByWanted({ reduction: { reduce }, values }: ListAsk, field: string): readonly FieldTest[] {
  const wanted = (values ?? []).filter(({ low }) => low !== NONE);
  if (reduce.kind === "field" && reduce.field === field) return [{ quantity: { part: reduce.part }, values: wanted }];
  if (reduce.kind !== "since latest" || reduce.date !== field) return [];
  const quantity = { part: sincePart(reduce), anchor: reduce.anchor };
  return [before(wanted), before(sooner(wanted))].map((days) => ({ quantity, values: days }));
}

export type Since = Extract<ListReduction["reduce"], { readonly kind: "since latest" }>;

export const sincePart = ({ count }: Since): "days from anchor" | "half months from anchor" =>
  count === "days" ? "days from anchor" : "half months from anchor";

/** Less time than any that is wanted. */
export function sooner(wanted: ValueSet): ValueSet {
  const least = lowest(wanted);
  return least === null ? [] : between(LOWEST, least - 1);
}

/** So long before an anchor, counted from it. */
export function before(values: ValueSet): ValueSet {
  return values.map(({ low, high }): Range => ({ low: -high, high: -low })).toReversed();
}

/** As values of the field; `null` for parts of a trial, and what is counted in a window. */
export function valuesTested({ quantity, values }: FieldTest, dates: Case["dates"]): ValueSet | null {
  return asValues(quantity, values, dates);
}

/** The fields that a reduction looks at besides `where`. */
export function fieldsReduced({ reduce, list: { countedOnce } }: ListReduction): readonly string[] {
  switch (reduce.kind) {
    case "count":
      return [...(reduce.within === null ? [] : [reduce.within.date]), ...countedOnce];
    case "different":
      return [reduce.field];
    case "longest run":
      return [reduce.course];
    case "field":
    case "change":
      return [reduce.date, reduce.field];
    case "since latest":
      return [reduce.date];
  }
}

/** The fields that `where` holds against each other, or calculates with. */
export function fieldsCompared({ comparisons, calculations }: ListReduction): readonly string[] {
  const compared = comparisons.flatMap(({ left, right, ofCase }) => (ofCase ? [left.key] : [left.key, right.key]));
  return [...compared, ...calculations.flatMap(({ operands }) => operands.map(({ key }) => key))];
}

/** Lengths of time wanted, at least nought. */
export const lengthsWanted = ({ values }: ListAsk): ValueSet => intersect(values ?? [], between(0, HIGHEST));
