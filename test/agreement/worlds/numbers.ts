import { anything, type Asking, type Phrase, question, related, type Said } from "./question.ts";

const until = (count: number): readonly number[] => Array.from({ length: count }, (_, value) => value);

/** A whole number of which the values beyond the last are like the last: nothing is asked there. */
export function wholeNumber(name: string, most = 7): Asking<number> {
  return question(name, [`fact ${name}: whole number`], until(most + 1), [
    ["", anything],
    ...until(most).map((each): Said<number> => [`${name}: ${each}`, (value) => value === each]),
    [`${name}: { from: 2, to: 4 }`, (value) => value >= 2 && value <= 4],
    [`${name}: from 3 to 5`, (value) => value >= 3 && value <= 5],
    [`${name}: at least 4`, (value) => value >= 4],
    [`${name}: 3 or less`, (value) => value <= 3],
    [`${name}: below 2`, (value) => value < 2],
  ]);
}

/** Asked with the request. */
export const units = question(
  "units",
  ["units: whole number"],
  until(4),
  [["", anything], ...until(4).map((each): Said<number> => [`units: ${each}`, (value) => value === each])],
  "asked for",
);

const score = wholeNumber("score");

/** 7.5 kPa are 56.25 mmHg: of a pressure recorded to 0.1 mmHg, more than 56.2 and less than 56.3. */
const pressures = [30, 54.9, 55, 55.1, 55.4, 55.5, 55.6, 56.2, 56.3, 90];
const pressure = question("PO2", ["fact PO2: number in mmHg, to 0.1"], pressures, [
  ["", anything],
  ...pressures.map((each): Said<number> => [`PO2: ${each} mmHg`, (value) => value === each]),
  ["PO2: 7.5 kPa", (value) => value === 56.2 || value === 56.3],
  ["PO2: { from: 55 mmHg, to: 55.5 mmHg }", (value) => value >= 55 && value <= 55.5],
  ["PO2: at most 55 mmHg", (value) => value <= 55],
  ["PO2: above 55.4 mmHg", (value) => value > 55.4],
]);

export const intervals: readonly Phrase[] = [
  score.asks("score at least 3", (value) => value >= 3),
  score.asks("score more than 4", (value) => value > 4),
  score.asks("score from 2 to 4", (value) => value >= 2 && value <= 4),
  score.asks("score is 5", (value) => value === 5),
  score.asks("score is not 3", (value) => value !== 3),
  score.asks("score < 2", (value) => value < 2),
  pressure.asks("PO2 at or below 55 mmHg", (value) => value <= 55),
  pressure.asks("PO2 from 55.1 to 55.5 mmHg", (value) => value >= 55.1 && value <= 55.5),
  pressure.asks("PO2 above 55.5 mmHg", (value) => value > 55.5),
  pressure.asks("PO2 at most 7.5 kPa", (value) => value <= 56.2),
  pressure.asks("PO2 is 55.5 mmHg", (value) => value === 55.5),
];

const before = wholeNumber("score before", 5);
const after = wholeNumber("score after", 5);

const fall = ["define fall: whole number\n  as score before minus score after"];
const share = ["define share: number in %, to 0.1\n  as percent decrease from score before to score after"];
const product = ["define product: number, to 0.1\n  as 2.5 times score"];

/** A share of 0 has no value. */
export const calculatedNumbers: readonly Phrase[] = [
  related(before, after, "fall at least 2", (one, other) => one - other >= 2, fall),
  related(before, after, "fall is 1", (one, other) => one - other === 1, fall),
  related(before, after, "fall below 0", (one, other) => one < other, fall),
  related(before, after, "share at least 50 %", (one, other) => one > 0 && 2 * (one - other) >= one, share),
  related(before, after, "share below 33.4 %", (one, other) => one > 0 && 1000 * (one - other) < 334 * one, share),
  { ...score.asks("product at least 7.5", (value) => 2.5 * value >= 7.5), declared: product },
  { ...score.asks("product is 10", (value) => value === 4), declared: product },
];

/** Two facts held against each other. */
export const comparisons: readonly Phrase[] = [
  related(before, after, "score after below score before", (one, other) => other < one),
  related(before, after, "score after is score before", (one, other) => other === one),
  related(
    before,
    after,
    "score after fell by at least 50 % of the earlier value from score before",
    (one, other) => one > 0 && 2 * (one - other) >= one,
  ),
];
