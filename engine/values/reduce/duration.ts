import { HIGHEST, type Part, type Range, type TimeUnit } from "../../../dsl/index.ts";
import { wholeMonthsBetween } from "../calendar.ts";
import { oncePerText } from "../once.ts";
import { between, type ValueSet } from "../valueSet.ts";

export type DurationPart = Extract<Part, "duration in days" | "duration in months">;

/** How long something lasted: possible days, and possible whole months. Neither is converted into the other by an average. */
export type Duration = ReadonlyMap<DurationPart, ValueSet>;

const spoken =
  /^(?:(at least|at most|less than|more than) )?(\d{1,4})(?: (days?|weeks?|months?|years?))?(?: (?:to|-) (\d{1,4}))? (days?|weeks?|months?|years?)$/;

/** `6 weeks`, `at least 6 weeks`, `4 to 6 weeks`, `4 weeks to 2 months`; `null` when the text says no duration. */
export const readDuration = oncePerText(1_000, (text): Duration | null => {
  const [, bound, first, ownUnit, second, unit] = spoken.exec(text.trim().toLowerCase().replace(/\s+/g, " ")) ?? [];
  if (first === undefined || unit === undefined || (ownUnit !== undefined && second === undefined)) return null;
  const from = lasting(Number(first), unitOf(ownUnit ?? unit));
  const to = second === undefined ? from : lasting(Number(second), unitOf(unit));
  const { days, months } = bounded(from, to, bound);
  return durationOf(days, months);
});

function durationOf(days: Range, months: Range): Duration {
  return new Map([
    ["duration in days", between(days.low, days.high)],
    ["duration in months", between(months.low, months.high)],
  ]);
}

/**
 * From a first day to a last day: the last minus the first, so that 3 March to 14 April are 42 days, six weeks. Either may
 * be a partial date; an end that is not given leaves the length open.
 */
export function durationBetween(first: Range | null, last: Range | null): Duration {
  if (first === null || last === null) return durationOf({ low: 0, high: HIGHEST }, { low: 0, high: HIGHEST });
  const latestStart = Math.min(first.high, last.low);
  const open = last.high >= HIGHEST;
  return durationOf(
    { low: last.low - latestStart, high: open ? HIGHEST : last.high - first.low },
    {
      low: wholeMonthsBetween(latestStart, last.low),
      high: open ? HIGHEST : wholeMonthsBetween(first.low, last.high),
    },
  );
}

interface Lengths {
  readonly days: Range;
  readonly months: Range;
}

/** The length that one part alone leaves possible for the other. */
export function completed(parts: ReadonlyMap<Part, ValueSet>): ReadonlyMap<Part, ValueSet> {
  const days = parts.get("duration in days")?.[0];
  const months = parts.get("duration in months")?.[0];
  if (days !== undefined && months === undefined) {
    return new Map([
      ...parts,
      ["duration in months", between(monthsOfDays(days.low).low, monthsOfDays(days.high).high)],
    ]);
  }
  if (months === undefined || days !== undefined) return parts;
  return new Map([...parts, ["duration in days", between(daysIn(months.low).low, daysIn(months.high).high)]]);
}

/** The whole months that always, up to those that ever, fit into so many days. */
export function monthsOfDays(days: number): Range {
  return days >= HIGHEST ? { low: HIGHEST, high: HIGHEST } : daysLong(days).months;
}

function lasting(amount: number, unit: TimeUnit): Lengths {
  if (unit === "days" || unit === "weeks") return daysLong(unit === "weeks" ? 7 * amount : amount);
  const months = unit === "years" ? 12 * amount : amount;
  return { days: daysIn(months), months: { low: months, high: months } };
}

/** So many days are at least the months that always fit into them, and at most those that ever do. */
function daysLong(days: number): Lengths {
  const always = lastMonths(days, (months) => daysIn(months).high);
  const ever = lastMonths(days, (months) => daysIn(months).low);
  return { days: { low: days, high: days }, months: { low: always, high: ever } };
}

/** The most months whose length, by `length`, is not more than `days`. */
function lastMonths(days: number, length: (months: number) => number): number {
  let months = Math.max(0, Math.floor(days / 31) - 1);
  while (length(months + 1) <= days) months += 1;
  return months;
}

/** The lengths of the months from January 2021 to December 2024: one leap cycle. */
const common = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const cycle = [...common, ...common, ...common, ...common.map((days, month) => (month === 1 ? 29 : days))];
const daysInCycle = 1_461;

/** Days of a stretch of months that begins with the month `start` of the cycle and is not longer than it. */
function daysAcross(start: number, months: number): number {
  return [...cycle, ...cycle].slice(start, start + months).reduce((sum, days) => sum + days, 0);
}

/**
 * How many days so many calendar months may be, over the months of a leap cycle: 2 months are 59 to 62 days. Counted from
 * the first of a month: other days of the month give no shorter and no longer stretch.
 */
function daysIn(months: number): Range {
  const rest = months % cycle.length;
  const whole = ((months - rest) / cycle.length) * daysInCycle;
  const { low, high } = withinCycle[rest] ?? none;
  return { low: whole + low, high: whole + high };
}

const none: Range = { low: 0, high: 0 };
const withinCycle: readonly Range[] = cycle.map((_, months) => {
  const lengths = cycle.map((__, start) => daysAcross(start, months));
  return { low: Math.min(...lengths), high: Math.max(...lengths) };
});

const openEnd: Lengths = { days: { low: HIGHEST, high: HIGHEST }, months: { low: HIGHEST, high: HIGHEST } };
const nothing: Lengths = { days: { low: 0, high: 0 }, months: { low: 0, high: 0 } };

function bounded(from: Lengths, to: Lengths, bound: string | undefined): Lengths {
  if (bound === "at least") return stretch(from, openEnd);
  if (bound === "more than") return stretch(withDays(from, 1), openEnd);
  if (bound === "at most") return stretch(nothing, to);
  return bound === "less than" ? stretch(nothing, withDays(to, -1)) : stretch(from, to);
}

function stretch(from: Lengths, to: Lengths): Lengths {
  return {
    days: { low: from.days.low, high: to.days.high },
    months: { low: from.months.low, high: to.months.high },
  };
}

/** A day more or less. Whole months only become fewer: a day more than 2 months are still 2. */
function withDays({ days, months }: Lengths, more: 1 | -1): Lengths {
  const moved = { low: Math.max(0, days.low + more), high: Math.max(0, days.high + more) };
  const fewer = daysLong(moved.high).months.high;
  return { days: moved, months: { low: Math.min(months.low, fewer), high: Math.min(months.high, fewer) } };
}

function unitOf(word: string): TimeUnit {
  const plural = word.endsWith("s") ? word : `${word}s`;
  return plural === "weeks" || plural === "months" || plural === "years" ? plural : "days";
}
