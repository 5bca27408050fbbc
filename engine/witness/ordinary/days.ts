import { HIGHEST, LOWEST, type Range } from "../../../dsl/index.ts";
import { holds, isoDate, epochDays, type ValueSet } from "../../values/index.ts";

/** Days before a request on which things usually happened. */
const usual = [14, 21, 7, 30, 10, 3, 1, 45, 60, 90, 120, 180, 210, 240, 300, 400, 540, 800, 1_200, 2_000, 4_000, 0];

/** And after it, where nothing before it will do. */
const after = [14, 30, 60, 90, 120, 180, 365];

/** Days of a set, the most ordinary first: shortly before the request, away from the limits, else as near to it as can be. */
export function ordinaryDays(set: ValueSet, request: number): readonly number[] {
  const near = [...usual.map((days) => request - days), ...after.map((days) => request + days)];
  const inside = set
    .flatMap((range) => insideOf(range))
    .toSorted((a, b) => Math.abs(a - request) - Math.abs(b - request));
  const ends = set.flatMap(({ low, high }) => [low, high]);
  return [...new Set([...near.filter((day) => isInside(set, day)), ...inside, ...ends])].filter((day) =>
    holds(set, day),
  );
}

/** Not on the first or last day of its range, where there are others. */
const isInside = (set: ValueSet, day: number): boolean =>
  set.some(({ low, high }) => (low === high ? day === low : low < day && day < high));

/** Round dates near the ends of a range, and days well inside it. */
function insideOf({ low, high }: Range): readonly number[] {
  if (low <= LOWEST && high >= HIGHEST) return [];
  if (low <= LOWEST) return [middleOfMonth(high - 45), high - 10, high - 1];
  if (high >= HIGHEST) return [middleOfMonth(low + 15), low + 10, low + 1];
  return [middleOfMonth(Math.floor((low + high) / 2)), Math.floor((low + high) / 2), low + 1, high - 1].filter(
    (day) => low <= day && day <= high,
  );
}

/** The 15th of the same month. */
const middleOfMonth = (day: number): number => epochDays(`${isoDate(day).slice(0, -2)}15`) ?? day;
