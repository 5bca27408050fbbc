import { expect, test } from "vitest";
import { HIGHEST, readValue } from "../../../dsl/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { meaningOf } from "../../../engine/logic/index.ts";
import {
  all,
  any,
  atLeast,
  criterion,
  fact,
  guideline,
  not,
  oneOf,
  qualified,
  recommend,
  trial,
  wholeNumber,
  within,
  yes,
  yesOrNo,
} from "../writing.ts";

type Written = Parameters<typeof guideline>[0];

const facts = [
  fact("pain", yesOrNo),
  fact("numbness", yesOrNo),
  fact("weakness", yesOrNo),
  fact("weeks", wholeNumber),
  fact("procedure", oneOf("none", "injection", "surgery")),
  fact("exercise", trial),
];

function meaning(written: Partial<Written> & Pick<Written, "recommendations">): string {
  const checked = guideline({ facts, ...written });
  return JSON.stringify(meaningOf(lower(checked), checked.facts).value);
}

const met = (...of: Parameters<typeof recommend>[1][]) => of.map((each) => recommend("if", each));

function choosing(...options: string[]) {
  return [fact("procedure", oneOf(...options))];
}

const coded = [fact("diagnosis", { kind: "code", system: "ICD-10-CM" })];

/** A test of a diagnosis, with the codes as an author lists them. */
function diagnosed(...codes: string[]) {
  const ranges = codes.flatMap((code) => {
    const read = readValue(code, { kind: "code", system: "ICD-10-CM" });
    return "parts" in read ? read.parts.flatMap((part) => part.ranges) : [];
  });
  return met(any(...ranges.map(({ low, high }) => within("diagnosis", low, high))));
}

function needing(text: string, admits: readonly ("opinion" | "test result")[]) {
  return [fact("pain", yesOrNo, { needs: [{ kind: "evidence kind", admits, text }], wording: text })];
}

test("order, names of definitions, nesting, citations and repetition are no matter of meaning", () => {
  const plain = meaning({ recommendations: met(any(all(yes("pain"), yes("numbness")), yes("weakness"))) });
  expect(plain).toContain("criteria met");
  expect(meaning({ recommendations: met(yes("weakness"), all(yes("numbness"), yes("pain"))) })).toBe(plain);
  expect(
    meaning({ recommendations: [recommend("if", any(all(yes("pain"), yes("numbness")), yes("weakness")), "page 3")] }),
  ).toBe(plain);
  expect(
    meaning({
      recommendations: met(criterion("x")),
      definitions: { x: qualified(all(yes("pain"), yes("numbness")), { waivers: [yes("weakness")] }) },
    }),
  ).toBe(plain);
  expect(
    meaning({
      facts: facts.toReversed(),
      recommendations: met(not(all(not(yes("weakness")), not(all(yes("pain"), yes("numbness")))))),
    }),
  ).toBe(plain);
  expect(
    meaning({
      recommendations: met(
        any(all(yes("pain"), yes("numbness")), yes("weakness"), all(yes("weakness"), within("weeks", 3, 5))),
      ),
    }),
  ).toBe(plain);
});

test("a threshold that makes no difference leaves no trace; one that does is in it", () => {
  const six = meaning({ recommendations: met(within("weeks", 6, HIGHEST)) });
  expect(meaning({ recommendations: met(any(within("weeks", 6, HIGHEST), within("weeks", 8, HIGHEST))) })).toBe(six);
  expect(meaning({ recommendations: met(not(within("weeks", 0, 5))) })).toBe(six);
  expect(meaning({ recommendations: met(within("weeks", 7, HIGHEST)) })).not.toBe(six);
  expect(six).toContain('"values":["6.."]');
});

test("the order in which options are listed is no matter of meaning, an option more is", () => {
  const surgery = meaning({
    facts: choosing("none", "injection", "surgery"),
    recommendations: met(within("procedure", 2, 2)),
  });
  expect(
    meaning({ facts: choosing("surgery", "none", "injection"), recommendations: met(within("procedure", 0, 0)) }),
  ).toBe(surgery);
  expect(
    meaning({
      facts: choosing("none", "injection", "surgery", "ablation"),
      recommendations: met(within("procedure", 2, 2)),
    }),
  ).not.toBe(surgery);
});

test("codes mean the set they are, however they are listed", () => {
  const means = (...codes: string[]): string => meaning({ facts: coded, recommendations: diagnosed(...codes) });
  expect(means("M54.2", "M54.16")).toBe(means("M5416", "M54.2"));
  expect(means("M50.1*", "M50.12")).toBe(means("M50.1*"));
  expect(means("M50.1 to M50.1")).toBe(means("M50.1*"));
  expect(means("M50.1")).not.toBe(means("M50.1*"));
  expect(means("M54.2", "M50.00")).not.toBe(means("M54.2"));
});

test("the evidence a fact needs is part of the meaning, how it is worded is not", () => {
  const recommendations = met(yes("pain"));
  const tests = meaning({ facts: needing("needs test result", ["test result"]), recommendations });
  expect(meaning({ facts: needing("needs a test", ["test result"]), recommendations })).toBe(tests);
  expect(meaning({ facts: needing("needs test result", ["test result", "opinion"]), recommendations })).not.toBe(tests);
  expect(meaning({ facts: [fact("pain", yesOrNo)], recommendations })).not.toBe(tests);
});

test("an exclusion and a failed criterion are different outcomes", () => {
  const excluded = meaning({ recommendations: [...met(yes("pain")), recommend("excluded if", yes("weakness"))] });
  expect(excluded).not.toBe(meaning({ recommendations: met(all(yes("pain"), not(yes("weakness")))) }));
});

test("k of n is the same function however it is counted", () => {
  const names = ["pain", "numbness", "weakness"].map(yes);
  const [a, b, c] = [yes("pain"), yes("numbness"), yes("weakness")];
  expect(meaning({ recommendations: met(atLeast(2, ...names)) })).toBe(
    meaning({ recommendations: met(all(a, b), all(b, c), all(a, c)) }),
  );
});
