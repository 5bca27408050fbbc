import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testSet } from "../../engine/testing/index.ts";
import { caseOf, guidelineInSet } from "../engine/determine/determined.ts";

/** A calculated number of three whole numbers, and what it comes to; `null` where it has no value. */
type Formula = readonly [text: string, isPercent: boolean, value: (a: number, b: number, c: number) => number | null];

const part = (change: number, of: number): number | null => (of <= 0 ? null : (change * 100) / of);

/** Each fact stands once, so that the interval of the number is exact. */
const formulas: readonly Formula[] = [
  ["percent decrease from a to b", true, (a, b) => part(a - b, a)],
  ["percent increase from a to b", true, (a, b) => part(b - a, a)],
  ["a minus b", false, (a, b) => a - b],
  ["a times b", false, (a, b) => a * b],
  ["a divided by b", false, (a, b) => (b === 0 ? null : a / b)],
  ["(a minus b) times c", false, (a, b, c) => (a - b) * c],
  ["(a minus b) divided by (c minus 3)", false, (a, b, c) => (c === 3 ? null : (a - b) / (c - 3))],
  ["2.5 times (a minus b)", false, (a, b) => 2.5 * (a - b)],
];

/** Thresholds have one decimal, and values of small whole numbers do not come nearer to them than this. */
const near = 1e-6;
const operators: readonly (readonly [string, (value: number, threshold: number) => boolean])[] = [
  ["at least", (value, threshold) => value >= threshold - near],
  ["more than", (value, threshold) => value > threshold + near],
  ["at most", (value, threshold) => value <= threshold + near],
  ["below", (value, threshold) => value < threshold - near],
  ["is", (value, threshold) => Math.abs(value - threshold) < near],
  ["is not", (value, threshold) => Math.abs(value - threshold) > near],
];

const known = fc.tuple(fc.nat(8), fc.constantFrom(0, 0, 1, 3)).map(([low, width]) => [low, low + width] as const);
const numbersIn = ([low, high]: readonly [number, number]): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, at) => low + at);

describe("a calculated number agrees with the enumeration of what its facts may be", () => {
  it.each(formulas)("%s", (text, isPercent, value) => {
    const thresholds = isPercent ? [0, 10, 33.3, 33.4, 50, 66.7, 100] : [-1, 0, 0.3, 0.4, 1, 2.5, 6];
    const unit = isPercent ? " %" : "";
    fc.assert(
      fc.property(
        fc.constantFrom(...operators),
        fc.constantFrom(...thresholds),
        fc.tuple(known, known, known),
        ([operator, holds], threshold, [a, b, c]) => {
          const guideline = guidelineInSet(
            `guideline "C"\n  source "S", page 1\n\nfact a: whole number\nfact b: whole number\nfact c: whole number\n\nservice s\n  item    CPT 72141\n\ndefine x: number${isPercent ? " in %" : ""}, to 0.1\n  as ${text}\ndefine y\n  as x ${operator} ${threshold}${unit}\n\ns if y\n`,
          );
          const answers = new Set(
            numbersIn(a).flatMap((one) =>
              numbersIn(b).flatMap((two) =>
                numbersIn(c).map((three) => {
                  const reached = value(one, two, three);
                  if (reached === null) return "not documented";
                  return holds(reached, threshold) ? "met" : "not met";
                }),
              ),
            ),
          );
          const [only = ""] = answers;
          const exact = answers.size === 1 ? only : "not documented";
          const answer = answerOf(guideline, { a, b, c });
          // An interval does not know of the values that are left out within it.
          expect(operator.startsWith("is") && answer === "not documented" ? exact : answer).toBe(exact);
        },
      ),
      { numRuns: 40 },
    );
  });
});

function answerOf(
  guideline: ReturnType<typeof guidelineInSet>,
  facts: Readonly<Record<string, readonly [number, number]>>,
): string {
  const stated = Object.entries(facts).map(([name, [from, to]]) => `  ${name}: { from: ${from}, to: ${to} }\n`);
  const of = caseOf(
    `schema: precept/case/1\ncase: C\ndates: { request date: 2024-06-30, service date: 2024-06-30 }\nfacts:\n${stated.join("")}requests:\n  - service: item\n    expect: { answers: { y: met }, source: S }\n`,
  );
  const [first] = testSet({ name: "set", guidelines: [guideline], cases: [{ path: "cases/c.yaml", case: of }] }).cases;
  return first?.requests[0]?.answers[0]?.actual ?? "";
}
