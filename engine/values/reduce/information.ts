import { type FactType, HIGHEST, LOWEST, NONE, type Part, type Range, trialResponses } from "../../../dsl/index.ts";
import { documented, type Quantity } from "../../ir/index.ts";
import { epochDays, halfMonthsFrom } from "../calendar.ts";
import type { Case } from "../case.ts";
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
  const stated = statedSets(part, reading);
  const shared = stated.reduce(intersect, domain);
  if (isEmpty(shared)) return { values: smallestHolding(union(...stated), type, part), reason: "conflicting" };
  return { values: shared, reason: onlyValue(shared) === null ? "imprecise" : null };
}

function statedSets(part: Part, reading: FactReading): readonly ValueSet[] {
  return reading.admitted.flatMap((parts) => {
    const values = parts.get(part);
    return values === undefined ? [] : [values];
  });
}

const withoutOrder: ReadonlySet<FactType["kind"]> = new Set<FactType["kind"]>(["yes or no", "one of", "code"]);

function smallestHolding(values: ValueSet, type: FactType, part: Part): ValueSet {
  return part === "response" || (part === "value" && withoutOrder.has(type.kind)) ? values : hull(values);
}

/** The part that says by itself whether the thing was there at all. */
function mainPart(type: FactType): Part {
  return type.kind === "treatment trial" ? "response" : "value";
}

const notTried = trialResponses.indexOf("not tried");

/**
 * Present: any value but `no`, `none` and `not tried`, which are absent. While nothing is documented, both may still come,
 * or nothing; statements that conflict leave present and absent.
 */
function documentationOf(quantity: Quantity, reading: FactReading): Information {
  if (!isDocumented(reading)) return { values: quantity.domain, reason: reading.lacking };
  const sets = statedSets(mainPart(quantity.type), reading);
  const values =
    sets.length === 0 ? one(documented.present) : union(...sets.map((set) => presence(set, quantity.type)));
  const conflicting = isEmpty(sets.reduce(intersect, [{ low: LOWEST, high: HIGHEST }, ...one(NONE)]));
  return { values, reason: conflicting ? "conflicting" : onlyValue(values) === null ? "imprecise" : null };
}

function presence(values: ValueSet, type: FactType): ValueSet {
  const absent = absentValues(type);
  const isAbsent = absent.some((value) => holds(values, value));
  const isPresent = !isSubset(values, normalise(absent.map((value) => ({ low: value, high: value }))));
  return [...(isPresent ? one(documented.present) : []), ...(isAbsent ? one(documented.absent) : [])];
}

function absentValues(type: FactType): readonly number[] {
  if (type.kind === "treatment trial") return [notTried];
  return type.kind === "yes or no" ? [0, NONE] : [NONE];
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
