import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addMonths,
  completedYears,
  daysOfDate,
  epochDays,
  halfMonthsFrom,
  isoDate,
  wholeMonthsBetween,
} from "../../../engine/values/index.ts";

function day(iso: string): number {
  const days = epochDays(iso);
  if (days === null) throw new Error(`${iso} is not a date`);
  return days;
}

test("days are counted from 1970-01-01 and read back", () => {
  expect(day("1970-01-01")).toBe(0);
  expect(day("1969-12-31")).toBe(-1);
  expect(day("2014-05-14") - day("2014-04-14")).toBe(30);
  expect(isoDate(day("2016-02-29"))).toBe("2016-02-29");
});

test("a partial date is the days it may stand for", () => {
  expect(daysOfDate("2014-04")).toEqual({ low: day("2014-04-01"), high: day("2014-04-30") });
  expect(daysOfDate("2016-02")).toEqual({ low: day("2016-02-01"), high: day("2016-02-29") });
  expect(daysOfDate("2014")).toEqual({ low: day("2014-01-01"), high: day("2014-12-31") });
});

test.each(["2014-13", "2014-02-30", "2015-02-29", "2014-00-01", "2014-1-1", "14-01-01", "yesterday", ""])(
  "%j is no date",
  (iso) => {
    expect(daysOfDate(iso)).toBe(null);
  },
);

test.each([
  ["2014-01-31", 1, "2014-02-28"],
  ["2016-01-31", 1, "2016-02-29"],
  ["2014-08-31", -6, "2014-02-28"],
  ["2014-05-14", -6, "2013-11-14"],
  ["2014-10-31", 13, "2015-11-30"],
])("%s and %i months is %s", (from, months, to) => {
  expect(isoDate(addMonths(day(from), months))).toBe(to);
});

test.each([
  ["2014-01-31", "2014-02-27", 0],
  ["2014-01-31", "2014-02-28", 1],
  ["2014-05-14", "2014-05-13", -1],
  ["2014-05-14", "2013-11-14", -6],
  ["2014-05-14", "2013-11-13", -7],
])("from %s to %s are %i whole months", (from, to, months) => {
  expect(wholeMonthsBetween(day(from), day(to))).toBe(months);
});

test("`within 6 months before` has its edge on the day: -12 half months is in, -13 is out", () => {
  const request = day("2014-05-14");
  expect(halfMonthsFrom(request, day("2013-11-14"))).toBe(-12);
  expect(halfMonthsFrom(request, day("2013-11-13"))).toBe(-13);
  expect(halfMonthsFrom(request, day("2013-11-15"))).toBe(-11);
  expect(halfMonthsFrom(request, request)).toBe(0);
  expect(halfMonthsFrom(request, day("2014-05-15"))).toBe(1);
});

test.each([
  ["1952-05-14", "2014-05-13", 61],
  ["1952-05-14", "2014-05-14", 62],
  ["2000-02-29", "2018-02-28", 17],
  ["2000-02-29", "2018-03-01", 18],
  ["2000-02-29", "2020-02-28", 19],
  ["2000-02-29", "2020-02-29", 20],
])("born %s is on %s aged %i", (born, at, years) => {
  expect(completedYears(day(born), day(at))).toBe(years);
});

test("days, months and dates are those of the calendar that browsers come with, over two thousand years", () => {
  const epoch = Temporal.PlainDate.from("1970-01-01");
  const days = fc.integer({ min: day("0001-01-01"), max: day("2400-12-31") });
  fc.assert(
    fc.property(days, fc.integer({ min: -600, max: 600 }), (of, months) => {
      const date = epoch.add({ days: of });
      expect(isoDate(of)).toBe(date.toString());
      expect(epochDays(date.toString())).toBe(of);
      expect(isoDate(addMonths(of, months))).toBe(date.add({ months }).toString());
    }),
    { numRuns: 2_000 },
  );
});
