import { type FactType, HIGHEST, LOWEST, NONE, type Part, type Range } from "../../../dsl/index.ts";
import { documented, type Quantity } from "../../ir/index.ts";
import { epochDays, halfMonthsFrom } from "../calendar.ts";
import type { Case } from "../case.ts";
import { domainOf } from "../domains.ts";
import { daysOfWindow } from "../window.ts";
import type { Information } from "../information.ts";
import {
  holds,
  hull,
  intersect,
  isEmpty,
  isSubset,
  normalise,
  one,
  onlyValue,
  union,
  type ValueSet,
} from "../valueSet.ts";
import type { FactReading } from "./facts.ts";
import { periodOf } from "./trialPeriod.ts";
import { withinWindow } from "./period.ts";

/** What a case leaves possible for one quantity of a fact. */
export function informationOf(quantity: Quantity, reading: FactReading, dates: Case["dates"]): Information {
  switch (quantity.part) {
    case "documentation":
      return documentationOf(quantity, reading);
    case "undocumented":
      return { values: one(isDocumented(reading) ? 0 : 1), reason: null };
    case "days from anchor":
      return fromAnchor(quantity, reading, dates, (anchor, day) => day - anchor);
    case "half months from anchor":
      return fromAnchor(quantity, reading, dates, halfMonthsFrom);
    case "days in window":
    case "months in window":
      return inWindow(quantity, reading, dates);
    default:
      return partOf(quantity.part, quantity.domain, quantity.type, reading);
  }
}

function isDocumented(reading: FactReading): boolean {
  return reading.admitted.length > 0;
}

/**
 * Admitted values intersect. Disjoint ones conflict: the smallest set that holds them all is left, an interval for types
 * with an order, else the values themselves.
 */
function partOf(part: Part, domain: ValueSet, type: FactType, reading: FactReading): Information {
  if (!isDocumented(reading)) return { values: domain, reason: reading.lacking };
  const only = reading.admitted.length === 1 ? reading.admitted[0]?.get(part) : undefined;
  if (only !== undefined && isSubset(only, domain)) return documentedAs(only);
  const stated = statedSets(part, reading);
  const shared = stated.reduce(intersect, domain);
  if (isEmpty(shared)) return { values: smallestHolding(union(...stated), type, part), reason: "conflicting" };
  return documentedAs(shared);
}

function documentedAs(values: ValueSet): Information {
  return { values, reason: onlyValue(values) === null ? "imprecise" : null };
}

function statedSets(part: Part, reading: FactReading): readonly ValueSet[] {
  return reading.admitted.flatMap((parts) => {
    const values = parts.get(part);
    return values === undefined ? [] : [values];
  });
}

const withoutOrder: ReadonlySet<FactType["kind"]> = new Set<FactType["kind"]>([
  "yes or no",
  "one of",
  "code",
  "body site",
]);

function smallestHolding(values: ValueSet, type: FactType, part: Part): ValueSet {
  return part === "response" || (part === "value" && withoutOrder.has(type.kind)) ? values : hull(values);
}

/**
 * Asked of yes-or-no facts: `yes` is documented as present, `no` and `none` as absent. While nothing is documented, either may
 * still come, or nothing; statements that conflict leave present and absent.
 */
function documentationOf(quantity: Quantity, reading: FactReading): Information {
  if (!isDocumented(reading)) return { values: quantity.domain, reason: reading.lacking };
  const { values, reason } = partOf("value", domainOf(quantity.type, "value", true), quantity.type, reading);
  const present = holds(values, 1) ? one(documented.present) : [];
  const absent = holds(values, 0) || holds(values, NONE) ? one(documented.absent) : [];
  return { values: union(present, absent), reason };
}

/** What of a trial may lie in a window: of one of which nothing is known, up to the whole window. */
function inWindow({ part, window, domain }: Quantity, reading: FactReading, dates: Case["dates"]): Information {
  const days = window === undefined ? null : daysOfWindow(window, dates);
  if (days === null) return { values: domain, reason: reading.lacking };
  const count = part === "months in window" ? "months" : "days";
  if (isDocumented(reading) && reading.admitted.every((parts) => parts.has("value")))
    return { values: one(NONE), reason: null };
  const { period, conflicting } = periodOf(reading, dates);
  const values = withinWindow(period, days, count);
  if (!isDocumented(reading)) return { values, reason: reading.lacking };
  if (conflicting) return { values, reason: "conflicting" };
  return { values, reason: onlyValue(values) === null ? "imprecise" : null };
}

/** A date counted from an anchor. Both ways of counting keep the order of days, so that intervals stay intervals. */
function fromAnchor(
  quantity: Quantity,
  reading: FactReading,
  dates: Case["dates"],
  count: (anchor: number, day: number) => number,
): Information {
  const anchor = quantity.anchor === undefined ? null : epochDays(dates[quantity.anchor]);
  const date = partOf("value", quantity.domain, quantity.type, reading);
  if (!isDocumented(reading) || anchor === null) return { ...date, values: quantity.domain };
  const move = (day: number): number => (day <= LOWEST || day >= HIGHEST ? day : count(anchor, day));
  const moved = date.values.map((range: Range) =>
    range.high === NONE ? range : { low: move(range.low), high: move(range.high) },
  );
  return { ...date, values: normalise(moved) };
}
