import { Temporal } from "temporal-polyfill";

/** A date as its author knows it: first and last possible day, days since 1970-01-01. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

const pattern = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** `2014-05-14`, `2014-05`, `2014`; null for anything else and for days no calendar has. */
export function readDate(text: string): Days | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, year = "", month, day] = match;
  try {
    if (day) return one(`${year}-${month}-${day}`);
    if (month) return between(Temporal.PlainYearMonth.from(`${year}-${month}`));
    return { first: epochDay(`${year}-01-01`), last: epochDay(`${year}-12-31`) };
  } catch {
    return null; // 2014-02-30, 2014-13: Temporal refuses what no calendar has
  }
}

/** The ISO date so many days after a full date; before it when negative. */
export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function one(date: string): Days {
  const day = epochDay(date);
  return { first: day, last: day };
}

function between(month: Temporal.PlainYearMonth): Days {
  const first = epochDay(`${month.toString()}-01`);
  return { first, last: first + month.daysInMonth - 1 };
}

function epochDay(date: string): number {
  return Temporal.PlainDate.from(date).since("1970-01-01", { largestUnit: "days" }).days;
}
