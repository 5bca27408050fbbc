import { HIGHEST, LOWEST, type Range, type Reduction } from "../../../../dsl/index.ts";
import { wholeMonthsBetween } from "../../calendar.ts";
import { between, type ValueSet } from "../../valueSet.ts";
import { daysOfWindow } from "../../window.ts";
import { monthsOfDays } from "../duration.ts";
import { daysWithin, monthsWithin, type Period } from "../period.ts";
import { periodOf } from "../trialPeriod.ts";
import type { ReadEntry } from "./entries.ts";
import { certain, type KnownList, possible } from "./known.ts";

type Run = Extract<Reduction, { kind: "longest run" }>;

const everyDay: Range = { low: LOWEST, high: HIGHEST };

/**
 * The longest run of the union of the entries' periods, as far as it lies in the window. Periods run on when the next begins
 * no later than the day after. At least what the inner intervals of certain entries cover, at most what the outer intervals
 * of possible ones do; a run lasts no longer than its entries together, and a day more for each day between two of them.
 */
export function longestRun(list: KnownList, { course, count, within }: Run): ValueSet {
  const window = within === null ? null : daysOfWindow(within, list.dates);
  const periods = (entries: readonly ReadEntry[]): readonly Period[] =>
    entries.map((entry) => periodOf({ admitted: known(entry, course) }, list.dates).period);
  const least = surely(periods(certain(list)), window, count);
  if (!list.complete) return between(least, window === null ? HIGHEST : lengthOf(window, count));
  return between(least, atMost(periods(possible(list)), window, count));
}

function known(entry: ReadEntry, course: string): Parameters<typeof periodOf>[0]["admitted"] {
  return entry.admitted ? (entry.fields.get(course)?.admitted ?? []) : [];
}

function surely(periods: readonly Period[], window: Range | null, count: Run["count"]): number {
  const inner = periods.flatMap(({ first, last }) => clipped({ low: first.high, high: last.low }, window));
  const alone = periods.map((period) => lengthWithin(period, window, count).low);
  return Math.max(0, ...alone, ...joined(inner).map(({ span }) => lengthOf(span, count)));
}

function atMost(periods: readonly Period[], window: Range | null, count: Run["count"]): number {
  const outer = periods.flatMap((period) =>
    clipped({ low: period.first.low, high: period.last.high }, window).map((span) => ({ ...span, period })),
  );
  return Math.max(0, ...joined(outer).map(({ span, parts }) => longest(span, parts, window, count)));
}

/** A run of several entries: no longer than the stretch it lies in, nor than all of them one after the other. */
function longest(
  span: Range,
  parts: readonly { readonly period: Period }[],
  window: Range | null,
  count: Run["count"],
): number {
  const lengths = parts.map(({ period }) => lengthWithin(period, window, count).high);
  const [only, other] = lengths;
  if (only !== undefined && other === undefined) return only;
  const days = parts.reduce((sum, { period }) => sum + lengthWithin(period, window, "days").high, parts.length - 1);
  const together = count === "days" ? days : monthsOfDays(Math.min(days, HIGHEST)).high;
  return Math.min(lengthOf(span, count), together);
}

function lengthWithin(period: Period, window: Range | null, count: Run["count"]): Range {
  if (window === null) return count === "days" ? period.days : period.months;
  return count === "days" ? daysWithin(period, window) : monthsWithin(period, window);
}

function lengthOf({ low, high }: Range, count: Run["count"]): number {
  if (low <= LOWEST || high >= HIGHEST) return HIGHEST;
  return count === "days" ? high - low : wholeMonthsBetween(low, high);
}

function clipped({ low, high }: Range, window: Range | null): readonly Range[] {
  const { low: from, high: to } = window ?? everyDay;
  const part = { low: Math.max(low, from), high: Math.min(high, to) };
  return part.low <= part.high ? [part] : [];
}

interface Joined<Part> {
  readonly span: Range;
  readonly parts: readonly Part[];
}

/** Stretches that overlap, touch or follow on the next day, as one. */
function joined<Part extends Range>(stretches: readonly Part[]): readonly Joined<Part>[] {
  const runs: Joined<Part>[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.low - b.low)) {
    const last = runs.at(-1);
    if (last !== undefined && stretch.low <= last.span.high + 1) {
      const span = { low: last.span.low, high: Math.max(last.span.high, stretch.high) };
      runs[runs.length - 1] = { span, parts: [...last.parts, stretch] };
    } else runs.push({ span: { low: stretch.low, high: stretch.high }, parts: [stretch] });
  }
  return runs;
}
