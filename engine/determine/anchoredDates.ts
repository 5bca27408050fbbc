import { HIGHEST, LOWEST, NONE, type Range } from "../../dsl/index.ts";
import type { Quantity } from "../ir/index.ts";
import { addMonths, epochDays, isoDate, type ValueSet } from "../values/index.ts";
import { listed, valuesInWords } from "../words/index.ts";
import type { Scene } from "./scene.ts";

/**
 * A date counted from a date of the case, as a reader looks for it in the record: `within 6 months before the request date`
 * where it is such a window, else the days themselves: `from 2006-02-01 to 2006-02-07`, `2013-11-13 or earlier`.
 */
export function anchoredInWords(of: Scene, quantity: Quantity, values: ValueSet): string {
  const anchor = quantity.anchor === undefined ? null : epochDays(of.dates[quantity.anchor]);
  if (quantity.anchor === undefined || anchor === null) return valuesInWords(values, quantity);
  const [only, ...more] = values;
  if (only !== undefined && more.length === 0 && isWindow(only)) {
    return `within ${valuesInWords([{ low: -only.low, high: -only.low }], quantity)} before the ${quantity.anchor}`;
  }
  const days = values.filter((range) => range.high > NONE).map((range) => daysInWords(range, quantity, anchor));
  return listed(days.length < values.length ? [...days, "none"] : days, "or");
}

/** From so long before the anchor to the anchor itself. */
function isWindow({ low, high }: Range): boolean {
  return high === 0 && low < 0 && low > LOWEST;
}

function daysInWords({ low, high }: Range, quantity: Quantity, anchor: number): string {
  const first = low <= LOWEST ? null : isoDate(firstDay(low, quantity, anchor));
  const last = high >= HIGHEST ? null : isoDate(lastDay(high, quantity, anchor));
  if (first === null) return last === null ? "any date" : `${last} or earlier`;
  if (last === null) return `${first} or later`;
  return first === last ? first : `from ${first} to ${last}`;
}

/** Days since 1970-01-01. Half months are odd between two months: their first day follows the month before. */
export function firstDay(value: number, { part }: Quantity, anchor: number): number {
  if (part === "days from anchor") return anchor + value;
  return value % 2 === 0 ? addMonths(anchor, value / 2) : addMonths(anchor, (value - 1) / 2) + 1;
}

export function lastDay(value: number, { part }: Quantity, anchor: number): number {
  if (part === "days from anchor") return anchor + value;
  return value % 2 === 0 ? addMonths(anchor, value / 2) : addMonths(anchor, (value + 1) / 2) - 1;
}
