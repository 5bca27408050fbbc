import { InvalidArgumentError } from "commander";

/** A day of the calendar, as ISO 8601 writes it. */
export function readDate(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError("A date is written YYYY-MM-DD, as 2014-05-14.");
  return text;
}
