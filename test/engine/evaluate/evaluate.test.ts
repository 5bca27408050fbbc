import { describe, expect, test } from "vitest";
import { javascript } from "../../../engine/evaluate/javascript/index.ts";
import { agreedOutcome, type Answers, closures, interpreter } from "../../../engine/evaluate/index.ts";
import { documented, type Formula, type GuidelineProgram, lower } from "../../../engine/ir/index.ts";
import { between, one } from "../../../engine/values/index.ts";
import {
  all,
  any,
  atLeast,
  documentedAs,
  fact,
  guideline,
  known,
  not,
  recommend,
  wholeNumber,
  within,
  yes,
  yesOrNo,
} from "../writing.ts";
import { imagingRule } from "./imagingRule.ts";

const no = one(0);
const isYes = one(1);
const cervical = { "requested body region": one(0) };

function compile(program: GuidelineProgram, evaluator: typeof interpreter): Answers {
  const { value } = evaluator.compile(program);
  if (value === null) throw new Error("The guideline fits into the budget");
  return value;
}

function after(days: number) {
  return { "strengthening program · duration in days": one(days) };
}

describe.each([
  ["interpreter", interpreter],
  ["closures", closures],
  ["generated JavaScript", javascript],
] as const)("%s", (_, evaluator) => {
  const answersTo = (written: Parameters<typeof guideline>[0]) => compile(lower(guideline(written)), evaluator);
  const pain = fact("pain", yesOrNo);

  describe("the real imaging rule", () => {
    const imaging = compile(imagingRule, evaluator);

    test("nothing documented: information is needed, and it may come out either way", () => {
      expect(imaging.outcomes("imaging", known(cervical))).toEqual(["criteria met", "criteria not met"]);
      expect(agreedOutcome(imaging.outcomes("imaging", known(cervical)))).toBe("information needed");
    });

    test("the region not known: it may also not be addressed at all", () => {
      expect(imaging.outcomes("imaging", known({}))).toEqual(["not addressed", "criteria met", "criteria not met"]);
    });

    test("another region is out of scope, whatever else is known", () => {
      const lumbar = known({ "requested body region": one(2), "significant symptom change": isYes });
      expect(imaging.outcomes("imaging", lumbar)).toEqual(["not addressed"]);
    });

    test("one criterion on objective evidence is enough", () => {
      const dysfunction = known({ ...cervical, "tissue insult or neurovascular dysfunction": isYes });
      expect(imaging.outcomes("imaging", dysfunction)).toEqual(["criteria met"]);
    });

    test("six weeks failed are met, six weeks less a day are not, a response not documented is neither", () => {
      const failed = { "strengthening program · response": one(0) };
      expect(imaging.answer("failed strengthening", known({ ...after(42), ...failed }))).toBe("met");
      expect(imaging.answer("failed strengthening", known({ ...after(41), ...failed }))).toBe("not met");
      expect(imaging.answer("failed strengthening", known(after(42)))).toBe("not documented");
      expect(imaging.answer("failed strengthening", known(after(41)))).toBe("not met");
    });

    test("an interval of weeks decides when all of it is on one side", () => {
      const between5And8Weeks = { "strengthening program · duration in days": between(35, 56) };
      const failed = { "strengthening program · response": one(0) };
      expect(imaging.answer("failed strengthening", known({ ...between5And8Weeks, ...failed }))).toBe("not documented");
    });
  });

  describe("decided anyway", () => {
    test("met either way, though each part is not documented", () => {
      const written = { facts: [pain, fact("age", wholeNumber)], recommendations: [] };
      const program = answersTo({
        ...written,
        definitions: {
          anyway: any(all(yes("pain"), within("age", 5, 9)), all(not(yes("pain")), within("age", 0, 5))),
          half: all(yes("pain"), within("age", 5, 9)),
        },
      });
      expect(program.answer("anyway", known({ age: one(5) }))).toBe("met");
      expect(program.answer("half", known({ age: one(5) }))).toBe("not documented");
      expect(program.answer("anyway", known({ age: between(5, 6) }))).toBe("not documented");
    });

    test("at least 2 of 3 where two exclude each other and one is met", () => {
      const program = answersTo({
        facts: [pain, fact("score", wholeNumber)],
        recommendations: [],
        definitions: { two: atLeast(2, yes("pain"), within("score", 0, 4), within("score", 5, 9)) },
      });
      expect(program.answer("two", known({ pain: isYes, score: between(0, 9) }))).toBe("met");
      expect(program.answer("two", known({ pain: no, score: between(0, 9) }))).toBe("not met");
    });
  });

  describe("documentation", () => {
    const program = answersTo({
      facts: [pain],
      recommendations: [],
      definitions: {
        present: documentedAs("pain", "present"),
        "not present": not(documentedAs("pain", "present")),
        absent: documentedAs("pain", "absent"),
        "nothing there": documentedAs("pain", "not documented"),
        "something there": not(documentedAs("pain", "not documented")),
      },
    });
    const answers = (quantities: Parameters<typeof known>[0]) =>
      Object.fromEntries(
        [...program.program.criteria.keys()].map((key) => [key, program.answer(key, known(quantities))]),
      );

    test("a missing paper decides neither `is documented as ...` nor its NOT; only `is not documented` is met by absence", () => {
      expect(answers({ "pain · documentation": between(0, 2), "pain · undocumented": one(1) })).toEqual({
        present: "not documented",
        "not present": "not documented",
        absent: "not documented",
        "nothing there": "met",
        "something there": "not met",
      });
    });

    test("documented as absent", () => {
      const absent = { pain: no, "pain · documentation": one(documented.absent), "pain · undocumented": one(0) };
      expect(answers(absent)).toEqual({
        present: "not met",
        "not present": "met",
        absent: "met",
        "nothing there": "not met",
        "something there": "met",
      });
    });
  });

  describe("assumptions", () => {
    const span = { start: 0, end: 0 };
    const bound = lower(
      guideline({
        facts: [pain, fact("numbness", yesOrNo), fact("weakness", yesOrNo)],
        recommendations: [recommend("if", yes("numbness"))],
        definitions: { "one of both": any(yes("pain"), yes("numbness")), "no weakness": not(yes("weakness")) },
      }),
    );
    const assumed = ["one of both", "no weakness"].map(
      (definition): Formula => ({ kind: "criterion", definition, text: definition, span }),
    );
    const program = compile({ ...bound, assumptions: assumed }, evaluator);

    test("decide what the case leaves open", () => {
      expect(program.outcomes("imaging", known({ pain: no }))).toEqual(["criteria met"]);
      expect(program.outcomes("imaging", known({ pain: isYes }))).toEqual(["criteria met", "criteria not met"]);
    });

    test("a case against them is contradictory, and the assumptions concerned are named", () => {
      const against = known({ pain: no, numbness: no });
      expect(program.outcomes("imaging", against)).toEqual([]);
      expect(program.answer("one of both", against)).toBe("contradictory");
      expect(program.contradicted(against).map(({ text }) => text)).toEqual(["one of both"]);
      expect(program.contradicted(known({ pain: no }))).toEqual([]);
    });
  });

  test("an exclusion beats every recommendation; undecided, both outcomes are left", () => {
    const program = answersTo({
      facts: [pain, fact("infection", yesOrNo)],
      recommendations: [recommend("if", yes("pain")), recommend("excluded if", yes("infection"))],
    });
    expect(program.outcomes("imaging", known({ pain: isYes, infection: isYes }))).toEqual(["excluded"]);
    expect(program.outcomes("imaging", known({ pain: isYes }))).toEqual(["excluded", "criteria met"]);
  });

  test("a quantity with no value left has no completion", () => {
    const program = answersTo({ facts: [pain], recommendations: [recommend("if", yes("pain"))] });
    expect(program.outcomes("imaging", known({ pain: one(7) }))).toEqual([]);
  });
});
