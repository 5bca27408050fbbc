import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIGHEST, LOWEST, NONE, rational } from "../../../../dsl/index.ts";
import { interpret } from "../../../../engine/evaluate/index.ts";
import { lower, serviceOf } from "../../../../engine/ir/index.ts";
import { halfSteps, relativeChange, scaled } from "../../../../engine/values/reduce/calculation/index.ts";
import { meaningText } from "../../../support/index.ts";
import { guidelineOf, reduced } from "./reduced.ts";

/** The answer of the only criterion, to a case with these facts. */
function answer(guideline: ReturnType<typeof guidelineOf>, facts: string): string {
  const program = lower(guideline);
  return interpret(program).answer(serviceOf(program, "imaging").criteria, reduced(guideline, facts));
}

function known(guideline: ReturnType<typeof guidelineOf>, facts: string, quantity: string) {
  const found = reduced(guideline, facts).quantities.get(quantity);
  return { set: found?.values.flatMap(({ low, high }) => [low, high]), reason: found?.reason };
}

const pain = "fact pain before: whole number\nfact pain after: whole number";
const relief = guidelineOf(pain, "pain after fell by at least 50 % of the earlier value from pain before");
const scores = (before: string, after: string): string => `  pain before: ${before}\n  pain after: ${after}`;

describe("A change since prior", () => {
  test("is met at exactly the threshold", () => {
    expect(answer(relief, scores("8", "4"))).toBe("met");
    expect(answer(relief, scores("9", "5"))).toBe("not met");
    expect(answer(relief, scores("7", "3"))).toBe("met");
  });

  test("stays open without either value, and where the earlier may be zero", () => {
    expect(answer(relief, "  pain before: 8")).toBe("not documented");
    expect(answer(relief, "  pain after: 4")).toBe("not documented");
    expect(answer(relief, scores("0", "0"))).toBe("not documented");
    expect(answer(relief, scores("{ from: 6, to: 8 }", "3"))).toBe("met");
    expect(answer(relief, scores("{ from: 5, to: 8 }", "3"))).toBe("not documented");
  });

  test("of what is measured in % differs in percentage points and in % of the earlier value", () => {
    const facts = "fact at rest: number in %\nfact walking: number in %";
    const values = "  at rest: 90 %\n  walking: 86 %";
    const points = guidelineOf(facts, "walking fell by at least 4 percentage points from at rest");
    const relative = guidelineOf(facts, "walking fell by at least 4.5 % of the earlier value from at rest");
    expect(answer(points, values)).toBe("met");
    expect(answer(relative, values)).toBe("not met");
  });

  test("is exact at every whole percentage, of which floating point misses 130 and more", () => {
    let missed = 0;
    for (let before = 1; before <= 250; before++)
      for (let after = 0; after <= before; after++) {
        const hundredths = 100 * (before - after);
        if (hundredths % before !== 0) continue;
        const percent = hundredths / before;
        if ((1 - after / before) * 100 < percent) missed += 1;
        const rise = relativeChange(whole(before), whole(after));
        expect(halfSteps(scaled(rise, rational(-100n)), 6)).toEqual([{ low: 2e6 * percent, high: 2e6 * percent }]);
      }
    expect(missed).toBeGreaterThanOrEqual(130);
  });
});

const whole = (value: number) => ({ low: rational(BigInt(value)), high: rational(BigInt(value)) });

describe("A calculated number", () => {
  const index = guidelineOf(
    "fact weight: number in pounds, to 0.1\nfact height: number in inches, to 0.1\ndefine body mass index: number in kg/m2, to 0.1\n  as weight divided by (height times height)",
    "body mass index at least 30 kg/m2",
  );

  test("is as exact as its units: 703.07 pounds per square inch to the kilogram per square meter", () => {
    expect(answer(index, "  weight: 209.1 pounds\n  height: 70 inches")).toBe("met");
    expect(answer(index, "  weight: 209.0 pounds\n  height: 70 inches")).toBe("not met");
    expect(known(index, "  weight: 209.1 pounds\n  height: 70 inches", "body mass index").set).toEqual([601, 601]);
  });

  test("is an interval where its facts are, and open where one is lacking", () => {
    expect(answer(index, "  weight: { from: 209.1 pounds, to: 260 pounds }\n  height: 70 inches")).toBe("met");
    expect(answer(index, "  weight: { from: 190 pounds, to: 260 pounds }\n  height: 70 inches")).toBe("not documented");
    expect(known(index, "  weight: 209 pounds", "body mass index")).toEqual({
      set: [LOWEST, HIGHEST],
      reason: "never asked",
    });
  });

  test("divided by what may be zero stays open", () => {
    const ratio = guidelineOf(
      `${pain}\ndefine ratio: number, to 0.1\n  as pain after divided by pain before`,
      "ratio at least 2",
    );
    expect(answer(ratio, scores("2", "4"))).toBe("met");
    expect(answer(ratio, scores("0", "4"))).toBe("not documented");
    expect(answer(ratio, scores("{ from: 0, to: 2 }", "4"))).toBe("not documented");
    expect(known(ratio, scores("{ from: 1, to: 2 }", "4"), "ratio").set).toEqual([40, 80]);
  });

  test("of which a fact is none is none, and meets no threshold", () => {
    const sum = guidelineOf(
      "fact dose: number in mg, or none\ndefine double: number in mg\n  as dose times 2",
      "double at most 10 mg",
    );
    expect(known(sum, "  dose: none", "double").set).toEqual([NONE, NONE]);
    expect(answer(sum, "  dose: none")).toBe("not met");
  });

  test("may be part of another", () => {
    const above = guidelineOf(
      `${pain}\ndefine gap: number\n  as pain before minus pain after\ndefine twice: number\n  as gap times 2`,
      "twice is 6",
    );
    expect(answer(above, scores("8", "5"))).toBe("met");
    expect(answer(above, scores("8", "4"))).toBe("not met");
  });

  test("is not documented as long as one of its facts is not", () => {
    const lacking = guidelineOf(
      `${pain}\ndefine gap: number\n  as pain before minus pain after`,
      "gap is not documented",
    );
    expect(answer(lacking, "  pain before: 8")).toBe("met");
    expect(answer(lacking, scores("8", "5"))).toBe("not met");
  });
});

describe("Dates held against each other", () => {
  const facts = "fact onset date: date\nfact surgery date: date";
  const dates = (onset: string, surgery: string): string => `  onset date: ${onset}\n  surgery date: ${surgery}`;

  test("count days with an exact edge", () => {
    const weeks = guidelineOf(facts, "surgery date at least 6 weeks after onset date");
    expect(answer(weeks, dates("2014-01-01", "2014-02-11"))).toBe("not met");
    expect(answer(weeks, dates("2014-01-01", "2014-02-12"))).toBe("met");
    expect(answer(weeks, dates("2014-01", "2014-03-14"))).toBe("met");
    expect(answer(weeks, dates("2014-01", "2014-03-01"))).toBe("not documented");
  });

  test("count months by the calendar", () => {
    const months = guidelineOf(facts, "onset date within 3 months before surgery date");
    expect(answer(months, dates("2014-02-28", "2014-05-31"))).toBe("met");
    expect(answer(months, dates("2014-02-27", "2014-05-31"))).toBe("not met");
    expect(answer(months, dates("2014-06-01", "2014-05-31"))).toBe("not met");
  });

  test("of partial days are open where they overlap", () => {
    const before = guidelineOf(facts, "onset date is before surgery date");
    expect(answer(before, dates("2014-03", "2014-04"))).toBe("met");
    expect(answer(before, dates("2014-03", "2014-03"))).toBe("not documented");
    expect(answer(before, dates("2014-04", "2014-03"))).toBe("not met");
  });
});

describe("Facts held against each other in whatever units", () => {
  const weight = guidelineOf("fact weight: number in kg, to 0.1\nfact goal: number in pounds", "weight at most goal");
  test.each([
    ["90.7 kg", "200 pounds", "met"],
    ["90.8 kg", "200 pounds", "not met"],
    ["{ from: 90 kg, to: 91 kg }", "200 pounds", "not documented"],
  ])("%s at most %s: %s", (own, goal, expected) =>
    expect(answer(weight, `  weight: ${own}\n  goal: ${goal}`)).toBe(expected),
  );
});

describe("Age", () => {
  const adult = (at: string) => guidelineOf(`fact age: age at ${at}`, "age at least 18 years");
  test.each([
    ["1996-05-14", "request date", "met"],
    ["1996-05-15", "request date", "not met"],
    ["1996-05-15", "service date", "met"],
    ["1996-05", "request date", "not documented"],
    ["1996-05", "service date", "met"],
    ["1995", "request date", "met"],
    ["1996-02-29", "request date", "met"],
  ])("of who was born on %s, at the %s: %s", (born, at, expected) =>
    expect(answer(adult(at), `  age: { born: ${born} }`)).toBe(expected),
  );
});

/*
 * Arithmetic on intervals against the enumeration of all whole numbers in them: what enumeration finds must lie in what is
 * left possible, and where no fact stands twice the two ends are reached.
 */
describe("Arithmetic against the enumeration of its facts", () => {
  const formulas: readonly { readonly as: string; readonly of: (a: number, b: number, c: number) => number }[] = [
    { as: "a plus b minus c", of: (a, b, c) => a + b - c },
    { as: "a times b", of: (a, b) => a * b },
    { as: "a times (b minus c)", of: (a, b, c) => a * (b - c) },
    { as: "a divided by b", of: (a, b) => a / b },
    { as: "(a minus c) divided by (b times 3)", of: (a, b, c) => (a - c) / (b * 3) },
    { as: "percent decrease from b to (a plus c)", of: (a, b, c) => (100 * (b - a - c)) / b },
  ];
  const range = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
    .map(([low, more]) => [low, low + more] as const);

  test.each(formulas)("$as", ({ as, of }) => {
    const unit = as.startsWith("percent") ? " in %" : "";
    const guideline = guidelineOf(
      `fact a: whole number\nfact b: whole number\nfact c: whole number\ndefine it: number${unit}, to 0.1\n  as ${as}`,
      `it at least 1${unit === "" ? "" : " %"}`,
    );
    fc.assert(
      fc.property(range, range, range, (a, b, c) => {
        const facts = Object.entries({ a, b, c }).map(
          ([name, [low, high]]) => `  ${name}: { from: ${low}, to: ${high} }`,
        );
        const { set = [] } = known(guideline, facts.join("\n"), "it");
        const [low = 0, high = 0] = set;
        const values = through(a).flatMap((x) => through(b).flatMap((y) => through(c).map((z) => of(x, y, z))));
        const halves = values.filter(Number.isFinite).map(halfStep);
        for (const half of halves) {
          expect(low).toBeLessThanOrEqual(half);
          expect(high).toBeGreaterThanOrEqual(half);
        }
        if (halves.length < values.length || (as.startsWith("percent") && b[0] === 0)) return;
        expect([low, high]).toEqual([Math.min(...halves), Math.max(...halves)]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Of a number to 0.1; fractions of numbers this small are never within 1e-9 of a tenth without being one. */
function halfStep(value: number): number {
  const tenths = Math.round(10 * value) + 0;
  return Math.abs(10 * value - tenths) < 1e-9 ? 2 * tenths : 2 * Math.floor(10 * value) + 1;
}

const through = ([low, high]: readonly [number, number]): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, index) => low + index);

describe("Numbers calculated from each other", () => {
  /** Each needs the one before it twice, so that the first stands in the last 2^50 times. */
  const layers = (sign: string): string =>
    Array.from({ length: 50 }, (_, at) => `define layer ${at + 1}: number\n  as layer ${at} ${sign} layer ${at}`).join(
      "\n",
    );
  const first = "fact weight: number\ndefine layer 0: number\n  as weight plus 0";

  test("are worked out once each, however often they stand", () => {
    const doubled = guidelineOf(`${first}\n${layers("plus")}`, "layer 50 is 0");
    expect(answer(doubled, "  weight: 0")).toBe("met");
    expect(answer(doubled, "  weight: 1")).toBe("not met");
  });

  test("are open where they have hundreds of digits", () => {
    const squared = guidelineOf(`${first}\n${layers("times")}`, "layer 50 at least 2");
    expect(answer(squared, "  weight: 1")).toBe("not met");
    expect(answer(squared, "  weight: 3")).toBe("not documented");
  });

  test("mean something else when one two layers down does", () => {
    const meaning = (amount: number): string => {
      const guideline = guidelineOf(
        `fact weight: number\ndefine goal: number\n  as weight plus ${amount}\ndefine need: number\n  as goal times 2\ndefine dose: number\n  as need plus 1`,
        "dose at least 2",
      );
      return meaningText(lower(guideline), guideline.facts);
    };
    expect(meaning(1)).toBe(meaning(1));
    expect(meaning(1)).not.toBe(meaning(2));
  });
});
