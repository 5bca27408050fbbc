import { HIGHEST, LOWEST, NONE, type Range, type Reduction, rational } from "../../../../dsl/index.ts";
import { halfSteps, anyNumber, difference, type Interval, relativeChange, scaled } from "../calculation/index.ts";
import { highest, lowest, one, union, type ValueSet } from "../../valueSet.ts";

type Change = Extract<Reduction, { kind: "change" }>;

/** An entry that may be one of the two: the days it may be dated, its value, and whether it certainly counts. */
export interface DatedValue {
  readonly days: Range;
  readonly values: ValueSet;
  readonly certain: boolean;
}

/** Digits after the point of a change in percent. */
const percentDecimals = 6;

/**
 * How far a field fell or rose between two entries of a list that names all there are: over every pair that may be the
 * latest and the one it is held against. With fewer than two entries there is none.
 */
export function changeBetween(entries: readonly DatedValue[], reduce: Change): ValueSet {
  const none = entries.filter(({ certain }) => certain).length < 2 ? one(NONE) : [];
  const pairs = entries.flatMap((later) =>
    entries.flatMap((earlier) => (maybePair(later, earlier, entries, reduce) ? [{ later, earlier }] : [])),
  );
  return union(none, ...pairs.map(({ later, earlier }) => changed(earlier, later, reduce)));
}

/** Whether no certain entry surely lies behind the later, nor before the earlier (or between them). */
function maybePair(later: DatedValue, earlier: DatedValue, entries: readonly DatedValue[], { since }: Change): boolean {
  if (later === earlier || earlier.days.low > later.days.high) return false;
  const others = entries.filter((entry) => entry.certain && entry !== later && entry !== earlier);
  const behind = others.some(({ days }) => days.low > later.days.high);
  const before = others.some(({ days }) => days.high < earlier.days.low);
  const between = others.some(({ days }) => days.low > earlier.days.high && days.high < later.days.low);
  return !behind && !(since === "earliest" ? before : between);
}

function changed(earlier: DatedValue, later: DatedValue, { way, measure }: Change): ValueSet {
  const [from, to] = [intervalOf(earlier.values), intervalOf(later.values)];
  if (from === null || to === null) return one(NONE);
  if (measure === "percent") {
    const rise = scaled(relativeChange(from, to), rational(way === "rose" ? 100n : -100n));
    return halfSteps(rise, percentDecimals);
  }
  return halfSteps(way === "rose" ? difference(to, from) : difference(from, to), 0);
}

/** In steps of the field. */
function intervalOf(values: ValueSet): Interval | null {
  const numbers = values.filter(({ low }) => low !== NONE);
  const [low, high] = [lowest(numbers), highest(numbers)];
  if (low === null || high === null) return values.length === 0 ? anyNumber : null;
  return {
    low: low <= LOWEST ? null : rational(BigInt(low)),
    high: high >= HIGHEST ? null : rational(BigInt(high)),
  };
}
