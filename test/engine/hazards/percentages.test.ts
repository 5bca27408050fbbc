import { describe, expect, test } from "vitest";
import { answersTo } from "./answers.ts";

/*
 * A share that is exactly the threshold, and those a step beside it. Floating point calls some of them too small or too large:
 * a fall from 50 to 21 is 58 %, and 29 / 50 * 100 is 57.99999999999999.
 */

/** A fall from one whole number to another, and the threshold in tenths of a percent. */
interface Fall {
  readonly before: number;
  readonly after: number;
  readonly tenths: number;
}

/** Every fall from up to 400 that is exactly a threshold of whole percents. */
const exact: readonly Fall[] = Array.from({ length: 400 }, (_, at) => at + 1).flatMap((before) =>
  Array.from({ length: 99 }, (_, at) => at + 1)
    .filter((percent) => (before * percent) % 100 === 0)
    .map((percent) => ({ before, after: before - (before * percent) / 100, tenths: percent * 10 })),
);

/** Two ways a programmer would write it. */
const byFloat: readonly ((fall: Fall) => boolean)[] = [
  ({ before, after, tenths }) => ((before - after) / before) * 100 >= tenths / 10,
  ({ before, after, tenths }) => (1 - after / before) * 100 >= tenths / 10,
];

/** By whole numbers of any length: fall / before >= tenths / 1000. */
const byCrossMultiplication = ({ before, after, tenths }: Fall): boolean =>
  BigInt(before - after) * 1000n >= BigInt(tenths) * BigInt(before);

const wrong = byFloat.map((isEnough) => exact.filter((fall) => isEnough(fall) !== byCrossMultiplication(fall)));

test("of 1,680 falls that are exactly a threshold, floating point gets 16 or 228 wrong", () => {
  expect([exact, ...wrong].map(({ length }) => length)).toEqual([1_680, 16, 228]);
  expect(wrong[0]).toContainEqual({ before: 50, after: 21, tenths: 580 });
});

const declared = (tenths: number): string =>
  `fact before: whole number\nfact after: whole number\n\ndefine enough\n  as after fell by at least ${tenths / 10} % of the earlier value from before\ndefine share: number in %, to 0.1\n  as percent decrease from before to after\ndefine calculated\n  as share at least ${tenths / 10} %\n`;

const byThreshold = Map.groupBy(exact.filter((_, at) => at % 3 === 0).concat(...wrong), ({ tenths }) => tenths);

describe.each([...byThreshold])("%i tenths of a percent", (tenths, falls) => {
  test("a fall of exactly as much is enough, one less is not, one more is", () => {
    const answers = answersTo(declared(tenths), ["enough", "calculated"]);
    const beside = falls.flatMap((fall) => [-1, 0, 1].map((step) => ({ ...fall, after: fall.after + step })));
    for (const fall of beside) {
      const expected = byCrossMultiplication(fall) ? "met" : "not met";
      expect([fall, ...answers(`before: ${fall.before}\nafter: ${fall.after}`)]).toEqual([fall, expected, expected]);
    }
  });
});
