import { expect, it } from "vitest";
import { takenDown, type TestedRequest } from "../../../engine/testing/index.ts";
import type { Expectation } from "../../../engine/values/index.ts";

const expected: Expectation = {
  outcome: "information needed",
  review: "upheld",
  answers: { "failed strengthening": "not documented" },
  values: { score: "from 3 to 6" },
  governing: "Neck",
  source: "page 178",
};

function seen(change: Partial<TestedRequest>): TestedRequest {
  return {
    service: "MRI",
    source: "page 178",
    outcome: { expected: "information needed", actual: "criteria met", ok: false },
    review: { expected: "upheld", actual: "overturned", ok: false },
    governing: { expected: "Neck", actual: "Neck", ok: true },
    answers: [
      { criterion: "failed strengthening", expected: "not documented", actual: "met", ok: false },
      { criterion: "score", expected: "from 3 to 6", actual: "4", ok: false },
    ],
    ...change,
  };
}

it("takes down what came out of everything that was expected, and of nothing else", () => {
  expect(takenDown(expected, seen({}))).toEqual({
    outcome: "criteria met",
    review: "overturned",
    answers: { "failed strengthening": "met" },
    values: { score: "4" },
    governing: "Neck",
  });
});

it("leaves out a review and a guideline that there is none of any more", () => {
  const outcome = { expected: "information needed", actual: "not addressed", ok: false } as const;
  const review = { expected: "upheld", actual: null, ok: false } as const;
  const governing = { expected: "Neck", actual: null, ok: false };
  const { values: _, governing: __, ...plain } = expected;
  expect(takenDown({ ...plain, answers: {} }, seen({ outcome, review, governing, answers: [] }))).toEqual({
    outcome: "not addressed",
    review: null,
    answers: {},
  });
});

it("takes nothing down of what no case can expect", () => {
  const contradictory = { expected: "information needed", actual: "contradictory", ok: false } as const;
  expect(takenDown(expected, seen({ outcome: contradictory }))).toBeNull();
  const undeclared = {
    criterion: "failed strengthening",
    expected: "not documented",
    actual: "not declared",
    ok: false,
  };
  expect(takenDown(expected, seen({ answers: [undeclared] }))).toBeNull();
  expect(takenDown(null, seen({}))).toBeNull();
});
