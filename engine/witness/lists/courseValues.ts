import { type Fact, type Part, type TimeWindow, trialResponses } from "../../../dsl/index.ts";
import { cellsOf } from "../../logic/index.ts";
import {
  type Case,
  daysOfWindow,
  domainOf,
  epochDays,
  lowest,
  type StatedValue,
  type ValueSet,
} from "../../values/index.ts";
import { ordinaryDaysLong, ordinaryMonthsLong } from "../ordinary/index.ts";
import type { ListAsk } from "../posed.ts";
import { type Course, daysLong, monthsLong, writtenCourse } from "../written.ts";
import { type FieldTest, lengthsWanted, testsOfField } from "./entryTests.ts";

/** Courses of treatment that entries may be: of each response and length that tests tell apart, by their days where these matter. */
export function courseValues(field: Fact, asks: readonly ListAsk[], dates: Case["dates"]): readonly StatedValue[] {
  const tests = testsOfField(asks, field.key);
  const responses = cellsOfPart(field, tests, "response").flatMap((cell) =>
    [...trialResponses.keys()].filter((each) => each === lowest(cell)),
  );
  const runs = asks.filter(({ reduction: { reduce } }) => reduce.kind === "longest run" && reduce.course === field.key);
  const dated =
    runs.length > 0 ||
    tests.some(({ quantity: { part, window } }) => window !== undefined || part === "first day" || part === "last day");
  const lengths = dated ? datedLengths(field, tests, runs, dates) : toldLengths(field, tests);
  const tested = tests.some(({ quantity: { part } }) => part === "response");
  return lengths.flatMap((length) =>
    (tested ? responses : [null]).map((response) => writtenCourse(named(length, response))),
  );
}

type Length = Omit<Course, "response">;

/** A course of which nothing else is known is at least known to have failed. */
const named = (length: Length, response: number | null): Course => ({
  ...length,
  response: response === null && Object.values(length).every((each) => each === null) ? 0 : response,
});

function cellsOfPart(field: Fact, tests: readonly FieldTest[], part: Part): readonly ValueSet[] {
  const own = tests.filter(({ quantity }) => quantity.part === part).map(({ values }) => values);
  return cellsOf(domainOf(field.type, part, false), own);
}

const untold: Length = { lasted: null, from: null, to: null };

function toldLengths(field: Fact, tests: readonly FieldTest[]): readonly Length[] {
  const tested = (part: Part): boolean => tests.some(({ quantity }) => quantity.part === part);
  if (tested("duration in days")) return daysIn(field, tests).map((days) => ({ ...untold, lasted: daysLong(days) }));
  if (!tested("duration in months")) return [untold];
  const months = cellsOfPart(field, tests, "duration in months").flatMap((cell) =>
    ordinaryMonthsLong(cell).slice(0, 1),
  );
  return months.map((length) => ({ ...untold, lasted: monthsLong(length) }));
}

const daysIn = (field: Fact, tests: readonly FieldTest[]): readonly number[] =>
  cellsOfPart(field, tests, "duration in days").flatMap((cell) => ordinaryDaysLong(cell).slice(0, 2));

/** One after the other, apart, and inside the windows that are asked about. */
function datedLengths(
  field: Fact,
  tests: readonly FieldTest[],
  runs: readonly ListAsk[],
  dates: Case["dates"],
): readonly Length[] {
  const months = cellsOfPart(field, tests, "duration in months").flatMap((cell) =>
    ordinaryMonthsLong(cell).slice(0, 1),
  );
  const windowed = tests.filter(({ quantity }) => quantity.window !== undefined);
  const inWindows = windowed.flatMap(({ values }) => ordinaryDaysLong(values).slice(0, 3));
  const lengths = new Set([...runs.flatMap(runLengths), ...daysIn(field, tests), ...inWindows, ...months.map(inDays)]);
  const windows = [...windowed.map(({ quantity }) => quantity.window), ...runs.map(windowOf)].flatMap((each) =>
    each === undefined ? [] : [daysOfWindow(each, dates)],
  );
  const days = [...new Set(Object.values(dates).flatMap((date) => epochDays(date) ?? []))].map((day) => day - 14);
  return [...lengths].flatMap((length) =>
    [
      ...days.flatMap((day) => turns.map((turn) => day - turn * (length + 1))),
      ...windows.flatMap(({ low, high }) => [
        ...turns.map((turn) => high - 1 - turn * (length + 1)),
        low + length,
        low - 1,
      ]),
      ...days.flatMap((day) => turns.map((turn) => day - 200 - turn * 120)),
    ].map((to) => ({ lasted: null, from: to - length, to })),
  );
}

const turns = [0, 1, 2, 3];

const inDays = (months: number): number => Math.ceil(months * 30.5) + 1;

function runLengths(ask: ListAsk): readonly number[] {
  const { reduce } = ask.reduction;
  if (reduce.kind !== "longest run") return [];
  if (reduce.count === "days") return ordinaryDaysLong(lengthsWanted(ask)).slice(0, 4);
  return ordinaryMonthsLong(lengthsWanted(ask)).slice(0, 2).map(inDays);
}

const windowOf = ({ reduction: { reduce } }: ListAsk): TimeWindow | undefined =>
  reduce.kind === "longest run" ? (reduce.within ?? undefined) : undefined;
