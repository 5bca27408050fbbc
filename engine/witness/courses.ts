import { HIGHEST, type Fact, NONE, trialResponses } from "../../dsl/index.ts";
import {
  between,
  type Case,
  daysOfWindow,
  domainOf,
  highest,
  holds,
  intersect,
  lowest,
  one,
  type StatedValue,
  subtract,
  type ValueSet,
} from "../values/index.ts";
import type { QuantityPart } from "../ir/index.ts";
import { dayOf } from "./draft.ts";
import { ordinaryDaysLong, ordinaryMonthsLong } from "./ordinary/index.ts";
import type { Ask } from "./posed.ts";
import { type Course, daysLong, monthsLong, written, writtenCourse } from "./written.ts";

/**
 * Courses of treatment that may be what is asked for, those that say least first: by a length alone, and where it is counted
 * in a window, or its days are asked about, by its first and last day.
 */
export function courses(fact: Fact, asks: readonly Ask[], dates: Case["dates"]): readonly StatedValue[] {
  const wanted = wantedOf(fact, asks);
  const responses = responsesIn(wanted, fact);
  const lengths = wanted.dated ? datedLengths(wanted, dates) : toldLengths(wanted);
  const all = lengths.flatMap((length) => responses.map((response) => writtenCourse({ ...length, response })));
  return fact.orNone ? [...all, written(NONE, fact)] : all;
}

interface WantedCourse {
  readonly response: ValueSet | null;
  readonly days: ValueSet | null;
  readonly months: ValueSet | null;
  /** Whether days of the calendar matter. */
  readonly dated: boolean;
  readonly asks: readonly Ask[];
}

function wantedOf(fact: Fact, asks: readonly Ask[]): WantedCourse {
  const of = (part: "response" | "duration in days" | "duration in months"): ValueSet | null => {
    const sets = asks.flatMap(({ quantity, values }) => (quantity.part === part && values !== null ? [values] : []));
    if (sets.length === 0) return null;
    return subtract(sets.reduce(intersect, domainOf(fact.type, part, fact.orNone)), one(NONE));
  };
  const [days, months] = [of("duration in days"), of("duration in months")];
  const dayParts = new Set<QuantityPart>(["first day", "last day", "days in window", "months in window"]);
  const dated = asks.some(({ quantity, values }) => values !== null && dayParts.has(quantity.part));
  return { response: of("response"), days, months, dated: dated || (days !== null && months !== null), asks };
}

/** Of a treatment that was tried, before one that was not. */
function responsesIn({ response, days, months, dated }: WantedCourse, { type }: Fact): readonly (number | null)[] {
  if (response === null) return days !== null || months !== null || dated ? [null, 0] : [0];
  const all = [...trialResponses.keys()].filter((each) => holds(response, each) && type.kind === "treatment trial");
  return all;
}

type Length = Omit<Course, "response">;

const untold: Length = { lasted: null, from: null, to: null };

function toldLengths({ days, months }: WantedCourse): readonly Length[] {
  if (days !== null) return ordinaryDaysLong(days).map((length) => ({ ...untold, lasted: daysLong(length) }));
  if (months !== null) return ordinaryMonthsLong(months).map((length) => ({ ...untold, lasted: monthsLong(length) }));
  return [untold];
}

/** Courses by their first and last day, around every limit that is asked about. */
function datedLengths(wanted: WantedCourse, dates: Case["dates"]): readonly Length[] {
  const request = dayOf(dates, "request date");
  const ends = [...new Set([request - 14, request - 7, request - 1, request, ...endsAsked(wanted, dates)])];
  const lengths = lengthsAsked(wanted);
  const pairs = ends.flatMap((to) => lengths.map((length) => ({ lasted: null, from: to - length, to })));
  return [...pairs, ...pairs.map(({ from }) => ({ lasted: null, from, to: null }))].slice(0, mostTried);
}

const mostTried = 400;

/** Last days at and around the days asked about, and at the ends of windows. */
function endsAsked({ asks }: WantedCourse, dates: Case["dates"]): readonly number[] {
  return asks.flatMap(({ quantity: { part, window }, values }) => {
    if (part === "last day" || part === "first day")
      return (values ?? [])
        .flatMap(({ low, high }) => [low, high, low + 42, Math.floor((low + high) / 2)])
        .filter(isReal);
    if (window === undefined) return [];
    const { low, high } = daysOfWindow(window, dates);
    const inside = (values ?? []).flatMap((range) => [low + range.low, low + range.high]).filter(isReal);
    return [...inside, high, low, low - 1, low - 30];
  });
}

const isReal = (day: number): boolean => Math.abs(day) < HIGHEST / 2;

/** In days: what is asked for, in and out of windows, and something usual. */
function lengthsAsked({ asks, days, months }: WantedCourse): readonly number[] {
  const inDays = days === null ? [] : ordinaryDaysLong(days);
  const fromMonths =
    months === null ? [] : ordinaryMonthsLong(months).flatMap((each) => around(Math.ceil(each * 30.5)));
  const windowed = asks.flatMap(({ quantity: { part }, values }) => {
    if (part === "days in window") return ordinaryDaysLong(positive(values ?? []));
    return part === "months in window"
      ? ordinaryMonthsLong(positive(values ?? [])).flatMap((each) => around(Math.ceil(each * 30.5)))
      : [];
  });
  const all =
    days !== null ? [...inDays, ...windowed.filter((each) => holds(days, each))] : [...fromMonths, ...windowed];
  return [...new Set([...all, ...(days === null ? [42, 0] : [])])];
}

const around = (days: number): readonly number[] => [days + 2, days, days - 2, days + 14];

const positive = (values: ValueSet): ValueSet => intersect(values, between(0, HIGHEST));

/** Whether no course can be all of what is wanted, whatever the dates: what is `none` lasted, or more of it lies in a window than there was. */
export function contradictsItself(asks: readonly Ask[]): boolean {
  const wanted = (part: Ask["quantity"]["part"]): readonly ValueSet[] =>
    asks.flatMap(({ quantity, values }) => (quantity.part === part && values !== null ? [values] : []));
  const isNone = (values: ValueSet): boolean => values.every(({ high }) => high === NONE);
  const lengths = ["duration in days", "duration in months", "days in window", "months in window"] as const;
  const others = [...lengths, "response" as const].flatMap(wanted);
  if (wanted("value").some(isNone) && others.some((values) => !holds(values, NONE))) return true;
  return lengths.slice(0, 2).some((part, at) => exceeds(wanted(lengths[at + 2] ?? part), wanted(part)));
}

/** Whether the least of one is more than the most of the other. */
function exceeds(some: readonly ValueSet[], all: readonly ValueSet[]): boolean {
  return some.some((part) => all.some((whole) => (lowest(part) ?? 0) > (highest(whole) ?? HIGHEST)));
}
