import { type Rational, rationals } from "../../../../dsl/index.ts";

/** The exact numbers from `low` to `high`, both included; `null` is an open end. */
export interface Interval {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

export const anyNumber: Interval = { low: null, high: null };

export const exactly = (value: Rational): Interval => ({ low: value, high: value });

const { plus, minus, times, over, compare, isZero, zero, one } = rationals;

const both = (a: Rational | null, b: Rational | null, join: (a: Rational, b: Rational) => Rational): Rational | null =>
  a === null || b === null ? null : join(a, b);

/** Numbers with more digits than this say nothing of a patient, and a few lines may ask for millions of digits. */
const beyond = 10n ** 300n;

/** An end with too many digits is open: never too narrow. */
function inReach({ low, high }: Interval): Interval {
  return { low: isInReach(low) ? low : null, high: isInReach(high) ? high : null };
}

const isInReach = (end: Rational | null): boolean =>
  end !== null && end.over < beyond && end.over > -beyond && end.under < beyond;

export function sum(a: Interval, b: Interval): Interval {
  return inReach({ low: both(a.low, b.low, plus), high: both(a.high, b.high, plus) });
}

export function difference(a: Interval, b: Interval): Interval {
  return inReach({ low: both(a.low, b.high, minus), high: both(a.high, b.low, minus) });
}

/** An end of an interval, or how far it goes. */
type End = Rational | "lowest" | "highest";

const endsOf = ({ low, high }: Interval): readonly [End, End] => [low ?? "lowest", high ?? "highest"];

function signOf(end: End): number {
  if (end === "lowest") return -1;
  return end === "highest" ? 1 : compare(end, zero);
}

/** Nothing times anything is nothing, however far that goes: the ends are limits of what lies inside. */
function productOf(a: End, b: End): End {
  if (typeof a !== "string" && typeof b !== "string") return times(a, b);
  const sign = signOf(a) * signOf(b);
  return sign === 0 ? zero : sign < 0 ? "lowest" : "highest";
}

function order(a: End, b: End): number {
  if (a === b) return 0;
  if (a === "lowest" || b === "highest") return -1;
  return a === "highest" || b === "lowest" ? 1 : compare(a, b);
}

export function product(a: Interval, b: Interval): Interval {
  const corners = endsOf(a).flatMap((first) => endsOf(b).map((second) => productOf(first, second)));
  const [low = "lowest", ...rest] = corners.toSorted(order);
  const high = rest.at(-1) ?? "highest";
  return inReach({ low: typeof low === "string" ? null : low, high: typeof high === "string" ? null : high });
}

/** Open where the divisor may be zero. */
export function quotient(a: Interval, b: Interval): Interval {
  return holdsZero(b) ? anyNumber : product(a, { low: reciprocal(b.high), high: reciprocal(b.low) });
}

/** What an open end comes to is no longer apart from zero. */
const reciprocal = (end: Rational | null): Rational => (end === null ? zero : over(one, end));

const holdsZero = ({ low, high }: Interval): boolean =>
  (low === null || compare(low, zero) <= 0) && (high === null || compare(high, zero) >= 0);

/** `(to - from) / from`, each of the two told apart once; open where the earlier value may be zero or less. */
export function relativeChange(from: Interval, to: Interval): Interval {
  if (from.low === null || compare(from.low, zero) <= 0) return anyNumber;
  return difference(quotient(to, from), exactly(one));
}

export function scaled(a: Interval, factor: Rational): Interval {
  return isZero(factor) ? exactly(zero) : product(a, exactly(factor));
}
