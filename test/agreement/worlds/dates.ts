import { anything, type Asking, type Phrase, question, related, type Said } from "./question.ts";

export const requestDate = "2024-06-30";
export const serviceDate = "2024-07-10";

const oneDay = 24 * 3_600_000;

/** The ISO date so many days after another. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * oneDay).toISOString().slice(0, 10);
}

function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = daysAfter(day, 1)) days.push(day);
  return days;
}

/** The days around every threshold, each of a quarter of a year, and some far away. ISO dates are ordered as text. */
const days = ["2022-12-31", "2023-06-30", "2023-12-31", ...daysFrom("2024-04-20", "2024-07-12"), "2025-06-30"];

function dateOf(name: string, all: readonly string[] = days): Asking<string> {
  return question(name, [`fact ${name}: date`], all, [
    ["", anything],
    ...["2024-04-29", "2024-04-30", "2024-05-14", "2024-05-29", "2024-05-30", "2024-05-31", "2024-07-10"]
      .filter((each) => all.includes(each))
      .map((each): Said<string> => [`${name}: ${each}`, (value) => value === each]),
    [`${name}: 2024-05`, (value) => value.startsWith("2024-05")],
    [`${name}: 2024-04`, (value) => value.startsWith("2024-04")],
    [`${name}: 2024`, (value) => value.startsWith("2024")],
    [`${name}: { from: 2024-05-10, to: 2024-06-02 }`, (value) => value >= "2024-05-10" && value <= "2024-06-02"],
    [`${name}: { from: 2024-05 }`, (value) => value >= "2024-05-01"],
  ]);
}

export const onset = dateOf("onset");

/** Days from a date to the request date. */
export const daysBefore = (iso: string): number => (Date.parse(requestDate) - Date.parse(iso)) / oneDay;

const serviceDates = ["2009-01-01", "2016-07-27", "2016-07-28", serviceDate];
export const serviceDateAsked = question(
  "service date",
  [],
  serviceDates,
  serviceDates.map((each): Said<string> => [each, (value) => value === each]),
  "dates",
);

/** Windows are closed at both ends, and a month keeps the day of the month: 30 April is two months before 30 June. */
export const partialDates: readonly Phrase[] = [
  onset.asks("onset before 2024-05-14", (day) => day < "2024-05-14"),
  onset.asks("onset on or after 2024-05", (day) => day >= "2024-05-01"),
  onset.asks("onset on or before request date", (day) => day <= requestDate),
  onset.asks("onset within 30 days before request date", (day) => day >= "2024-05-31" && day <= requestDate),
  onset.asks("onset within 2 months before request date", (day) => day >= "2024-04-30" && day <= requestDate),
  onset.asks("onset at least 6 weeks before service date", (day) => day <= "2024-05-29"),
  onset.asks("onset more than 40 days before service date", (day) => day <= "2024-05-30"),
];

/** Born 65 years before the request date, and 18; the day before, the day itself, the day after. */
const births = [
  "1959-06-29",
  "1959-06-30",
  "1959-07-01",
  "1970-01-01",
  "2006-06-29",
  "2006-06-30",
  "2006-07-01",
  "2015-05-05",
];
const born = (iso: string): Said<string> => [`age: { born: ${iso} }`, (value) => value.startsWith(iso)];
const age = question("age", ["fact age: age at request date"], births, [
  ["", anything],
  ...births.map(born),
  ...["1959-06", "1959-07", "1959", "2006"].map(born),
  ["age: 65 years", (value) => value === "1959-06-29" || value === "1959-06-30"],
  ["age: { from: 18 years, to: 64 years }", (value) => value >= "1959-07-01" && value <= "2006-06-30"],
  ["age: below 18 years", (value) => value >= "2006-07-01"],
]);

export const ages: readonly Phrase[] = [
  age.asks("age at least 65 years", (value) => value <= "1959-06-30"),
  age.asks("age above 64 years", (value) => value <= "1959-06-30"),
  age.asks("age below 18 years", (value) => value > "2006-06-30"),
  age.asks("age from 18 to 64 years", (value) => value > "1959-06-30" && value <= "2006-06-30"),
  age.asks("age is 17 years", (value) => value === "2006-07-01"),
];

const few = ["2024-04-29", "2024-04-30", ...daysFrom("2024-05-10", "2024-05-31"), "2024-06-25", "2024-07-10"];
const injury = dateOf("injury", few);
const visit = dateOf("visit", few);
const apart = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / oneDay;

export const datesHeldAgainstEachOther: readonly Phrase[] = [
  related(injury, visit, "injury before visit", (one, other) => one < other),
  related(injury, visit, "visit is the same as injury", (one, other) => one === other),
  related(injury, visit, "visit at least 2 weeks after injury", (one, other) => apart(one, other) >= 14),
  related(injury, visit, "injury within 20 days before visit", (one, other) => {
    const between = apart(one, other);
    return between >= 0 && between <= 20;
  }),
];
