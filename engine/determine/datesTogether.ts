import { HIGHEST, LOWEST, NONE, type Range } from "../../dsl/index.ts";
import { quantityOf } from "../ir/index.ts";
import { epochDays, intersect, normalise, type ValueSet } from "../values/index.ts";
import { firstDay, lastDay } from "./anchoredDates.ts";
import type { FactValues } from "./factValues.ts";
import type { Scene } from "./scene.ts";

/**
 * A date asked in several ways at once, as it stands, counted from a date of the case, or whether there is one at all, as the
 * one that it has to be. Quantities are decided one by one, so nothing else sees that 19 April or earlier and none exclude
 * each other: then no value is left. What is no date, or asked in one way only, stays as it is.
 */
export function datesTogether(of: Scene, values: FactValues): FactValues {
  const { fact, parts } = values;
  if (fact.type.kind !== "date" || parts.length < 2) return values;
  const days = parts.map((part) => daysOf(of, part)).reduce(inBoth, anyDay);
  return days === null ? values : { fact, parts: [{ quantity: quantityOf(fact, "value"), values: days }] };
}

/** Days since 1970-01-01, and `none`. */
type Days = ValueSet | null;

const inBoth = (one: Days, other: Days): Days => (one === null || other === null ? null : intersect(one, other));

const anyDay: Days = normalise([
  { low: NONE, high: NONE },
  { low: LOWEST, high: HIGHEST },
]);

/** `null`: what is asked of its documentation is no day. */
function daysOf(of: Scene, { quantity, values }: FactValues["parts"][number]): Days {
  if (quantity.part === "value") return values;
  const anchor = quantity.anchor === undefined ? null : epochDays(of.dates[quantity.anchor]);
  if (anchor === null) return null;
  return normalise(
    values.map(
      ({ low, high }): Range => ({
        low: low <= LOWEST ? low : firstDay(low, quantity, anchor),
        high: high >= HIGHEST || high === NONE ? high : lastDay(high, quantity, anchor),
      }),
    ),
  );
}
