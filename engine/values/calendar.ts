import { Temporal } from "temporal-polyfill";
import type { Range } from "../../dsl/index.ts";

/*
 * Calendar arithmetic on days since 1970-01-01, without time zones. One rule for the end of a month, used everywhere:
 * k months after a date is the same day of that month, or its last day when the month is too short.
 */

const firstDay = Temporal.PlainDate.from("1970-01-01");
const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days since 1970-01-01 of a full ISO date `YYYY-MM-DD`; `null` when it is none. */
export function epochDays(iso: string): number | null {
  const days = daysOfDate(iso);
  return days !== null && days.low === days.high ? days.low : null;
}

/** The days a full or partial ISO date (`2014-04-09`, `2014-04`, `2014`) may stand for; `null` when it is no date. */
export function daysOfDate(iso: string): Range | null {
  const [, year, month, day] = partialDate.exec(iso) ?? [];
  if (year === undefined) return null;
  const first = dateOf(Number(year), Number(month ?? 1), Number(day ?? 1));
  const last = lastDayOf(Number(year), month, day);
  return first === null || last === null ? null : { low: daysOf(first), high: daysOf(last) };
}

function lastDayOf(year: number, month: string | undefined, day: string | undefined): Temporal.PlainDate | null {
  if (day !== undefined) return dateOf(year, Number(month), Number(day));
  const lastMonth = dateOf(year, Number(month ?? 12), 1);
  return lastMonth === null ? null : lastMonth.with({ day: lastMonth.daysInMonth });
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : null;
}

/** The ISO date `YYYY-MM-DD` of a day since 1970-01-01. */
export function isoDate(day: number): string {
  return onCalendar(day).toString();
}

/** The day `months` (may be negative) calendar months after `day`: 31 January and one month is 28 or 29 February. */
export function addMonths(day: number, months: number): number {
  return daysOf(onCalendar(day).add({ months }));
}

/** The greatest k such that k months after `from` is not after `to`; negative when `to` is earlier. */
export function wholeMonthsBetween(from: number, to: number): number {
  const start = onCalendar(from);
  const end = onCalendar(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return addMonths(from, months) <= to ? months : months - 1;
}

/**
 * Months from an anchor with an exact edge: 2k at exactly k calendar months, 2k + 1 between k and k + 1.
 * `within 6 months before` the anchor is -12 to 0.
 */
export function halfMonthsFrom(anchor: number, day: number): number {
  const months = wholeMonthsBetween(anchor, day);
  return addMonths(anchor, months) === day ? 2 * months : 2 * months + 1;
}

/**
 * Age in completed years. A year is completed on the birthday; who is born on 29 February completes it on 1 March of a
 * common year (28 February is still the day before the birthday).
 */
export function completedYears(born: number, at: number): number {
  const birth = onCalendar(born);
  const day = onCalendar(at);
  const hadBirthday = day.month > birth.month || (day.month === birth.month && day.day >= birth.day);
  return day.year - birth.year - (hadBirthday ? 0 : 1);
}

function onCalendar(day: number): Temporal.PlainDate {
  return firstDay.add({ days: day });
}

function daysOf(date: Temporal.PlainDate): number {
  return firstDay.until(date, { largestUnit: "days" }).days;
}
