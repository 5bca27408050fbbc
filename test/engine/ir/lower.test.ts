import { describe, expect, test } from "vitest";
import { HIGHEST } from "../../../dsl/index.ts";
import { everyTest, type Formula, lower } from "../../../engine/ir/index.ts";
import {
  all,
  any,
  criterion,
  date,
  documentedAs,
  exactly,
  fact,
  guideline,
  none,
  qualified,
  recommend,
  tested,
  trial,
  within,
  yes,
  yesOrNo,
} from "../writing.ts";

const facts = [
  fact("pain", yesOrNo, { wording: "pain at rest" }),
  fact("numbness", yesOrNo),
  fact("exercise", trial),
  fact("last imaging", date, { orNone: true }),
];

/** The formula without the author's words. */
function shape(formula: Formula): unknown {
  switch (formula.kind) {
    case "test":
      return `${formula.quantity} in ${formula.values.map(({ low, high }) => `${low}..${high}`).join()}`;
    case "criterion":
      return formula.definition;
    case "constant":
      return formula.value;
    case "not":
      return { not: shape(formula.operand) };
    case "count":
      return { [`${formula.atLeast} to ${formula.atMost} of`]: formula.operands.map(shape) };
    default:
      return { [formula.kind]: formula.operands.map(shape) };
  }
}

function lowered(...recommendations: Parameters<typeof recommend>[]) {
  return lower(guideline({ facts, recommendations: recommendations.map((each) => recommend(...each)) }));
}

function criteria(...recommendations: Parameters<typeof recommend>[]) {
  return shape(
    lowered(...recommendations).services[0]?.criteria ?? {
      kind: "constant",
      value: false,
      text: "",
      span: { start: 0, end: 0 },
    },
  );
}

function near(unit: "weeks" | "months" | "years", from: number | null, to: number | null) {
  const anchored = { kind: "date near anchor", fact: "last imaging", anchor: "request date" } as const;
  return criteria(["if", tested({ ...anchored, unit, from, to })]);
}

describe("the shape of criteria", () => {
  test("a waiver is one way more, an exception one condition more", () => {
    const criterionWith = qualified(yes("pain"), {
      waivers: [yes("numbness")],
      exceptions: [within("exercise", 3, 3, "response")],
    });
    expect(criteria(["if", criterionWith])).toEqual({
      all: [{ any: ["pain in 1..1", "numbness in 1..1"] }, { not: "exercise · response in 3..3" }],
    });
  });

  test("each of several recommendations suffices; one stands for itself", () => {
    expect(criteria(["if", yes("pain")], ["if", yes("numbness")])).toEqual({
      any: ["pain in 1..1", "numbness in 1..1"],
    });
    expect(criteria(["if", yes("pain")])).toBe("pain in 1..1");
  });

  test("a service without recommendation is never recommended nor excluded", () => {
    expect(criteria()).toBe(false);
    expect(lowered(["if", yes("pain")]).services[0]?.exclusion).toMatchObject({ kind: "constant", value: false });
  });

  test("`none of` is NOT any, `exactly` bounds from both sides", () => {
    expect(criteria(["if", none(yes("pain"), yes("numbness"))])).toEqual({
      not: { any: ["pain in 1..1", "numbness in 1..1"] },
    });
    expect(criteria(["if", exactly(1, yes("pain"), yes("numbness"))])).toEqual({
      "1 to 1 of": ["pain in 1..1", "numbness in 1..1"],
    });
  });
});

describe("quantities", () => {
  test("a trial's duration and response are two; the same test twice is one", () => {
    const long = within("exercise", 42, HIGHEST, "duration in days");
    const failed = within("exercise", 0, 0, "response");
    const program = lowered(["if", all(long, failed)], ["if", any(failed, yes("pain"))]);
    expect(program.quantities.map(({ id }) => id)).toEqual([
      "exercise · duration in days",
      "exercise · response",
      "pain",
    ]);
  });

  test("months from an anchor count in half months, weeks in days", () => {
    expect(near("months", -6, 0)).toBe("last imaging · half months from request date in -12..0");
    expect(near("years", -1, 0)).toBe("last imaging · half months from request date in -24..0");
    expect(near("weeks", 2, null)).toBe(`last imaging · days from request date in 14..${HIGHEST}`);
  });

  test("the documentation of a fact is a quantity beside the fact", () => {
    expect(criteria(["if", documentedAs("pain", "present")])).toBe("pain · documentation in 0..0");
    expect(criteria(["if", documentedAs("pain", "absent")])).toBe("pain · documentation in 1..1");
    expect(criteria(["if", documentedAs("pain", "not documented")])).toBe("pain · undocumented in 1..1");
  });
});

test("the published words stay with the formula: of the recommendation, and of a fact found to be yes", () => {
  const program = lowered(["if", any(yes("pain"), within("pain", 0, 0)), "page 178"]);
  const formula = program.services[0]?.criteria;
  expect(formula?.citation).toBe("page 178");
  expect(formula && everyTest([formula]).map(({ wording }) => wording)).toEqual(["pain at rest", undefined]);
});

test("a definition that refers to itself is never met, and the others stand", () => {
  const program = lower(
    guideline({
      facts,
      definitions: { round: any(criterion("about"), yes("pain")), about: criterion("round"), fine: yes("numbness") },
      recommendations: [recommend("if", any(criterion("round"), criterion("fine")))],
    }),
  );
  expect(shape(program.services[0]?.criteria ?? program.scope)).toEqual({ any: [false, "fine"] });
});
