import { type FactType, HIGHEST, NONE } from "../../../dsl/index.ts";
import type { ListReduction } from "../../ir/index.ts";
import { domainOf, highest, holds, lowest, type ValueSet } from "../../values/index.ts";
import type { ListAsk } from "../posed.ts";
import { before, type FieldTest, type Since, sincePart, sooner } from "./entryTests.ts";

/** How many entries there must be, and may be at most, that `where` counts and whose field lies in what is asked of it. */
export interface Requirement {
  readonly reduction: ListReduction;
  readonly field: (FieldTest & { readonly key: string }) | null;
  readonly low: number;
  readonly high: number;
}

/** What is sure of the number of entries when an ask is satisfied: less than what it asks, never more. */
export function requirementsOf({ reduction, values }: ListAsk): readonly Requirement[] {
  if (values === null) return [];
  const { reduce } = reduction;
  const some = (low: number, high: number): Requirement => ({ reduction, field: null, low, high });
  const [least, most] = [lowest(values) ?? 0, highest(values) ?? HIGHEST];
  switch (reduce.kind) {
    case "count":
      return [counted(some, reduction, { least, most })];
    case "different":
      return [some(Math.max(0, least), most <= 0 || least > valuesOf(reduction, reduce.field) ? 0 : HIGHEST)];
    case "longest run":
      return [some(least > 0 ? 1 : 0, HIGHEST)];
    case "field":
      return reduce.part === "value" && typeOf(reduction, reduce.field) !== "treatment trial"
        ? oneOrNone(values, reduction, { quantity: { part: "value" }, values: others(values), key: reduce.field })
        : oneOrNone(values, reduction, null);
    case "since latest":
      return sinceLatest(values, reduction, reduce);
    case "change":
      return holds(values, NONE) ? [] : [some(2, HIGHEST)];
  }
}

/** The service asked for is one more; in stretches there are at most as many as in all. */
function counted(
  some: (low: number, high: number) => Requirement,
  { reduce, list }: ListReduction,
  { least, most }: { readonly least: number; readonly most: number },
): Requirement {
  const more = reduce.kind === "count" && reduce.thisOne ? 1 : 0;
  const bounded = reduce.kind === "count" && reduce.within === null && list.countedOnce.length === 0;
  const high = bounded ? most - more : most - more <= 0 ? 0 : HIGHEST;
  return some(Math.max(0, least - more), high);
}

/** How many values a field can have. */
function valuesOf({ list }: ListReduction, key: string): number {
  const field = list.fields.find((each) => each.key === key);
  if (field === undefined || field.type.kind === "treatment trial") return HIGHEST;
  return domainOf(field.type, "value", field.orNone).reduce((sum, { low, high }) => sum + high - low + 1, 0);
}

const typeOf = ({ list }: ListReduction, field: string): FactType["kind"] | undefined =>
  list.fields.find(({ key }) => key === field)?.type.kind;

const others = (values: ValueSet): ValueSet => values.filter(({ low }) => low !== NONE);

/** An entry whose field is as wanted, unless there may be none. */
function oneOrNone(values: ValueSet, reduction: ListReduction, field: Requirement["field"]): readonly Requirement[] {
  if (others(values).length === 0) return [{ reduction, field: null, low: 0, high: 0 }];
  return holds(values, NONE) ? [] : [{ reduction, field, low: 1, high: HIGHEST }];
}

/** Besides one as late as wanted, none is later. */
function sinceLatest(values: ValueSet, reduction: ListReduction, reduce: Since): readonly Requirement[] {
  const quantity = { part: sincePart(reduce), anchor: reduce.anchor };
  const at = (since: ValueSet): Requirement["field"] => ({ quantity, values: before(since), key: reduce.date });
  const wanted = others(values);
  const none: Requirement = { reduction, field: at(sooner(wanted)), low: 0, high: 0 };
  return [...oneOrNone(values, reduction, at(wanted)), ...(sooner(wanted).length === 0 ? [] : [none])];
}
