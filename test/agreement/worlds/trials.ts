import { daysAfter, requestDate } from "./dates.ts";
import { anything, type Phrase, question, type Said } from "./question.ts";

interface Trial {
  readonly response: string;
  readonly days: number;
}

const responses = ["failed", "succeeded", "not tolerated", "not tried"];
const lengths = [0, 13, 14, 20, 41, 42, 43, 56, 90];
const trials: readonly Trial[] = responses.flatMap((response) => lengths.map((days) => ({ response, days })));
const course = (stated: string, response: string | null, least: number, most: number): Said<Trial> => [
  `therapy: { ${stated} }`,
  (trial) => (response === null || trial.response === response) && trial.days >= least && trial.days <= most,
];

/** How it came out and how long it lasted are two quantities; nothing of what was never begun lasted. */
const therapy = question<Trial>("therapy", ["fact therapy: treatment trial"], trials, [
  ["", anything],
  course("response: failed", "failed", 0, 90),
  course("response: not tried", "not tried", 0, 0),
  course("response: failed, lasted: 6 weeks", "failed", 42, 42),
  course("response: succeeded, lasted: at least 6 weeks", "succeeded", 42, 90),
  course("lasted: { from: 2 weeks, to: 6 weeks }", null, 14, 42),
  course("response: failed, from: 2024-03-03, to: 2024-04-13", "failed", 41, 41),
  course("response: failed, from: 2024-03-03, to: 2024-04-14", "failed", 42, 42),
  course("response: failed, from: 2024-03-03, to: 2024-04-15", "failed", 43, 43),
  course("response: not tolerated, from: 2024-06-10", "not tolerated", 0, 20),
]);

/** The interval between two dates, the first day not counted: from 3 March to 14 April are 42 days. */
export const treatmentTrials: readonly Phrase[] = [
  therapy.asks("therapy failed", ({ response }) => response === "failed"),
  therapy.asks("therapy was not tried", ({ response }) => response === "not tried"),
  therapy.asks("therapy is one of failed, not tolerated", ({ response }) => /failed|tolerated/.test(response)),
  therapy.asks("therapy lasted at least 6 weeks", ({ days }) => days >= 42),
  therapy.asks("therapy lasted from 2 to 6 weeks", ({ days }) => days >= 14 && days <= 42),
  therapy.asks("therapy lasted less than 20 days", ({ days }) => days < 20),
];

/** First and last day, so many days before the request date. */
type Course = readonly [first: number, last: number];

const calendar = Array.from({ length: 11 }, (_, before) => before);
const courses: readonly Course[] = calendar.flatMap((last) =>
  calendar.filter((first) => first >= last).map((first): Course => [first, last]),
);
const ago = (days: number): string => daysAfter(requestDate, -days);
const exercises = question<Course>("exercises", ["fact exercises: treatment trial"], courses, [
  ...courses
    .filter(([first, last]) => (first + last) % 3 === 0)
    .map(
      (known): Said<Course> => [
        `exercises: { response: failed, from: ${ago(known[0])}, to: ${ago(known[1])} }`,
        (value) => value === known,
      ],
    ),
  [`exercises: { response: failed, from: ${ago(7)} }`, ([first]) => first === 7],
  [`exercises: { response: failed, lasted: 3 days, to: ${ago(2)} }`, ([first, last]) => first === 5 && last === 2],
  [`exercises: { lasted: 4 to 6 days, from: ${ago(8)} }`, ([first, last]) => first === 8 && last >= 2 && last <= 4],
  ["exercises: { response: failed }", anything],
  ["", anything],
]);
const within = (days: number, [first, last]: Course): number => Math.max(0, Math.min(first, days) - last);

export const trialsInWindows: readonly Phrase[] = [
  exercises.asks(
    "exercises lasted at least 3 days within 6 days before request date",
    (value) => within(6, value) >= 3,
  ),
  exercises.asks(
    "exercises lasted less than 2 days within 6 days before request date",
    (value) => within(6, value) < 2,
  ),
  exercises.asks(
    "exercises lasted from 2 to 5 days within the 9 days before the request date",
    (value) => within(9, value) >= 2 && within(9, value) <= 5,
  ),
  exercises.asks("exercises lasted at least 4 days", ([first, last]) => first - last >= 4),
];
