import type { Range } from "../../dsl/index.ts";

/*
 * Calendar arithmetic on days since 1970-01-01, in the Gregorian calendar extended to all years, without time zones. One rule
 * for the end of a month, used everywhere: k months after a date is the same day of that month, or its last day when the
 * month is too short.
 */

const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A day of the calendar; `month` from 1. */
interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a full ISO date `YYYY-MM-DD`; `null` when it is none. */
export function epochDays(iso: string): number | null {
  const days = daysOfDate(iso);
  return days !== null && days.low === days.high ? days.low : null;
}

/** The days a full or partial ISO date (`2014-04-09`, `2014-04`, `2014`) may stand for; `null` when it is no date. */
export function daysOfDate(iso: string): Range | null {
  const [, year, month, day] = partialDate.exec(iso) ?? [];
  if (year === undefined) return null;
  const first = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  if (!isOnCalendar(first)) return null;
  if (day !== undefined) return { low: daysOf(first), high: daysOf(first) };
  const lastMonth = { ...first, month: Number(month ?? 12) };
  return { low: daysOf(first), high: daysOf({ ...lastMonth, day: daysInMonth(lastMonth) }) };
}

function isOnCalendar(date: CalendarDate): boolean {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date);
}

const lengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth({ year, month }: Pick<CalendarDate, "year" | "month">): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0);
}

/** The ISO date `YYYY-MM-DD` of a day since 1970-01-01; a year of other than four digits has a sign and six. */
export function isoDate(day: number): string {
  const { year, month, day: ofMonth } = onCalendar(day);
  const plain = year >= 0 && year <= 9_999;
  const written = plain ? padded(year, 4) : `${year < 0 ? "-" : "+"}${padded(Math.abs(year), 6)}`;
  return `${written}-${padded(month, 2)}-${padded(ofMonth, 2)}`;
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** The day `months` (may be negative) calendar months after `day`: 31 January and one month is 28 or 29 February. */
export function addMonths(day: number, months: number): number {
  const from = onCalendar(day);
  const month = from.year * 12 + from.month - 1 + months;
  const to = { year: Math.floor(month / 12), month: month - 12 * Math.floor(month / 12) + 1 };
  return daysOf({ ...to, day: Math.min(from.day, daysInMonth(to)) });
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

/*
 * Days and dates by the era of 400 years and 146,097 days, with years that begin on 1 March, so that the leap day is their
 * last (H. Hinnant, chrono-compatible low-level date algorithms, days_from_civil and civil_from_days).
 */

/** From 0000-03-01 to 1970-01-01. */
const daysBefore1970 = 719_468;

const daysInEra = 146_097;

function onCalendar(day: number): CalendarDate {
  const era = Math.floor((day + daysBefore1970) / daysInEra);
  const inEra = day + daysBefore1970 - era * daysInEra;
  const leaps = Math.floor(inEra / 1_460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const years = Math.floor((inEra - leaps) / 365);
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

function daysOf({ year, month, day }: CalendarDate): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const years = fromMarch - era * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * daysInEra + years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + inYear - daysBefore1970;
}
