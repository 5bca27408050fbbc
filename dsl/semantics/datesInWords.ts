import { readDate } from "./calendar.ts";

/**
 * The dates that may be meant, as we write them: of `05/14/2014` in the order of the American and, where it is possible, of the European
 * calendar; of `May 14, 2014`, `14 May 2014` and `May 2014`.
 */
export function inOurOrder(text: string): readonly string[] {
  const dates = [...inFigures(text), ...withMonthInWords(text)];
  return [...new Set(dates)].filter((date) => readDate(date) !== null);
}

function inFigures(text: string): readonly string[] {
  const [, first, second = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (first === undefined) return [];
  return [`${year}-${two(first)}-${two(second)}`, `${year}-${two(second)}-${two(first)}`];
}

function withMonthInWords(text: string): readonly string[] {
  const [, before, name = "", after, year = ""] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})$/i.exec(text) ?? [];
  const month = months.findIndex((known) => name.length >= 3 && known.startsWith(name.toLowerCase())) + 1;
  const day = before ?? after;
  if (month === 0) return [];
  return [`${year}-${two(String(month))}${day === undefined ? "" : `-${two(day)}`}`];
}

const two = (part: string): string => part.padStart(2, "0");

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
