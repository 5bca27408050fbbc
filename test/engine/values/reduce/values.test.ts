import { describe, expect, test } from "vitest";
import { HIGHEST, LOWEST } from "../../../../dsl/index.ts";
import { guidelineOf, reduced } from "./reduced.ts";

/** `[low, high, ...]` of the information set of a quantity, and its reason. */
function known(guideline: ReturnType<typeof guidelineOf>, facts: string, quantity: string) {
  const sets = reduced(guideline, facts);
  const found = sets.quantities.get(quantity);
  return { set: found?.values.flatMap(({ low, high }) => [low, high]), reason: found?.reason, codes: sets.codes };
}

describe("Numbers", () => {
  const oxygen = guidelineOf("fact PO2: number in mmHg, to 0.1", "PO2 at or below 55 mmHg");
  const PO2 = (facts: string) => known(oxygen, `  PO2: ${facts}`, "po2");

  test("are held in steps of the declared precision", () => {
    expect(PO2("57 mmHg")).toEqual({ set: [570, 570], reason: null, codes: [] });
    expect(PO2("57.5 mmHg")).toEqual({ set: [575, 575], reason: null, codes: [] });
  });

  test("in an interval are imprecise", () => {
    expect(PO2("{ from: 55 mmHg, to: 58 mmHg }")).toEqual({ set: [550, 580], reason: "imprecise", codes: [] });
  });

  test.each([
    ["at least 55 mmHg", [550, HIGHEST]],
    ["58 mmHg or less", [LOWEST, 580]],
    ["below 58 mmHg", [LOWEST, 579]],
    ["from 55 to 58 mmHg", [550, 580]],
    ["more than 55 and at most 58 mmHg", [551, 580]],
  ])("stated as %s are what a comparison leaves", (facts, set) => {
    expect(PO2(facts)).toEqual({ set, reason: "imprecise", codes: [] });
  });

  test("that agree in part leave what they share", () => {
    expect(PO2("[{ value: { from: 55 mmHg, to: 58 mmHg } }, { value: 57 mmHg }]")).toMatchObject({
      set: [570, 570],
      reason: null,
    });
  });

  test("that disagree conflict, and leave the interval that holds them", () => {
    expect(PO2("[{ value: 57 mmHg }, { value: 58 mmHg }]")).toMatchObject({ set: [570, 580], reason: "conflicting" });
  });

  test("what was measured in another unit falls between two steps, and may be either", () => {
    expect(PO2("7.5 kPa")).toMatchObject({ set: [562, 563], reason: "imprecise" });
    expect(PO2("{ from: 7.5 kPa, to: 8 kPa }")).toMatchObject({ set: [562, 601], reason: "imprecise" });
  });

  test.each([
    ["57", "E0402"],
    ["57 kg", "E0402"],
    ["57 bananas", "E0403"],
    ["a lot", "E0401"],
    ["57.25 mmHg", "E0409"],
    ["{ from: 58 mmHg, to: 55 mmHg }", "E0615"],
    ["{ response: failed }", "E0618"],
  ])("%s cannot be read: %s, and document nothing", (facts, code) => {
    expect(PO2(facts)).toMatchObject({ reason: "weaker evidence", codes: [code] });
  });
});

describe("Choices", () => {
  const planned = guidelineOf(
    "fact planned procedure: one of none, injection, surgery\nfact edema: yes or no",
    "planned procedure is one of injection, surgery OR edema",
  );

  test("that disagree leave each of them, and nothing between", () => {
    expect(
      known(planned, "  planned procedure: [{ value: none }, { value: surgery }]", "planned procedure"),
    ).toMatchObject({
      set: [0, 0, 2, 2],
      reason: "conflicting",
    });
    expect(known(planned, "  edema: [{ value: yes }, { value: no }]", "edema")).toMatchObject({
      set: [0, 1],
      reason: "conflicting",
    });
  });
});

describe("Ages", () => {
  const ages = guidelineOf("fact age: age at request date", "age at least 62 years");
  const age = (facts: string) => known(ages, `  age: ${facts}`, "age");

  test("are as stated, or counted from the date of birth to the request date, 14 May 2014", () => {
    expect(age("62 years").set).toEqual([62, 62]);
    expect(age("{ born: 1951-05-14 }").set).toEqual([63, 63]);
    expect(age("{ born: 1951-05-15 }").set).toEqual([62, 62]);
  });

  test("may be said in words", () => {
    expect(age("born 1951-05-14").set).toEqual([63, 63]);
    expect(age("born in 1951-05").set).toEqual([62, 63]);
    expect(age("at least 62 years").set?.[0]).toBe(62);
    expect(age("born yesterday").codes).toEqual(["E0614"]);
  });

  test("of a partial date of birth are an interval where it matters", () => {
    expect(age("{ born: 1951-05 }")).toMatchObject({ set: [62, 63], reason: "imprecise" });
    expect(age("{ born: 1951-07 }")).toMatchObject({ set: [62, 62], reason: null });
  });

  test("of someone born after the request cannot be", () => {
    expect(age("{ born: 2014-06 }").codes).toEqual(["E0615"]);
  });
});

describe("Dates", () => {
  const onset = guidelineOf(
    "fact onset: date",
    "onset within 6 months before request date OR onset within 30 days before request date",
  );

  test("are counted from the anchor in days, and in half months with an exact edge", () => {
    expect(known(onset, "  onset: 2014-05-04", "onset · days from request date").set).toEqual([-10, -10]);
    expect(known(onset, "  onset: 2013-11-14", "onset · half months from request date").set).toEqual([-12, -12]);
    expect(known(onset, "  onset: 2013-11-13", "onset · half months from request date").set).toEqual([-13, -13]);
    expect(known(onset, "  onset: 2013-11-15", "onset · half months from request date").set).toEqual([-11, -11]);
  });

  test("without a day are every day of their month", () => {
    expect(known(onset, "  onset: 2014-04", "onset · days from request date")).toMatchObject({
      set: [-43, -14],
      reason: "imprecise",
    });
  });
});

describe("Treatment trials", () => {
  const therapy = guidelineOf(
    "fact therapy: treatment trial",
    "(therapy lasted at least 6 weeks AND therapy failed) OR therapy lasted at least 2 months",
  );
  const days = (facts: string) => known(therapy, `  therapy: ${facts}`, "therapy · duration in days");
  const months = (facts: string) => known(therapy, `  therapy: ${facts}`, "therapy · duration in months");
  const response = (facts: string) => known(therapy, `  therapy: ${facts}`, "therapy · response");

  test("of 6 weeks are 42 days, and one whole month wherever they begin", () => {
    expect(days("{ response: failed, lasted: 6 weeks }")).toMatchObject({ set: [42, 42], reason: null });
    expect(months("{ response: failed, lasted: 6 weeks }").set).toEqual([1, 1]);
    expect(response("{ response: failed, lasted: 6 weeks }").set).toEqual([0, 0]);
  });

  test("of 30 days are a whole month or none, depending on the month", () => {
    expect(months("{ response: failed, lasted: 30 days }").set).toEqual([0, 1]);
  });

  test("of 2 months without dates are 59 to 62 days", () => {
    expect(days("{ lasted: 2 months }")).toMatchObject({ set: [59, 62], reason: "imprecise" });
    expect(months("{ lasted: 2 months }").set).toEqual([2, 2]);
  });

  test("of a year are 365 or 366 days and 12 months", () => {
    expect(days("{ lasted: 1 year }").set).toEqual([365, 366]);
    expect(months("{ lasted: 1 year }").set).toEqual([12, 12]);
  });

  test("with both dates last the last day minus the first: 3 March to 14 April is six weeks", () => {
    expect(days("{ response: failed, from: 2014-03-03, to: 2014-04-14 }").set).toEqual([42, 42]);
    expect(months("{ response: failed, from: 2014-03-03, to: 2014-04-14 }").set).toEqual([1, 1]);
    expect(months("{ from: 2014-01-31, to: 2014-02-28 }").set).toEqual([1, 1]);
  });

  test("with partial dates last from the shortest to the longest they may", () => {
    expect(days("{ response: failed, from: 2014-03, to: 2014-04-14 }").set).toEqual([14, 44]);
  });

  test("at least so long are open above", () => {
    expect(days("{ response: failed, lasted: at least 6 weeks }").set).toEqual([42, HIGHEST]);
    expect(days("{ response: failed, lasted: { from: 4 weeks, to: 6 weeks } }").set).toEqual([28, 42]);
  });

  test("less than so long exclude it: less than 6 weeks are 41 days at most", () => {
    expect(days("{ lasted: less than 6 weeks }").set).toEqual([0, 41]);
    expect(days("{ lasted: more than 6 weeks }").set).toEqual([43, HIGHEST]);
    expect(days("{ lasted: at most 6 weeks }").set).toEqual([0, 42]);
    expect(days("{ lasted: less than 2 months }").set).toEqual([0, 61]);
    expect(months("{ lasted: at most 2 months }").set).toEqual([0, 2]);
    expect(months("{ lasted: more than 2 months }").set).toEqual([2, HIGHEST]);
  });

  test("of unknown length are failed, of some length", () => {
    expect(days("failed")).toMatchObject({ set: [0, HIGHEST], reason: "imprecise" });
    expect(response("failed")).toMatchObject({ set: [0, 0], reason: null });
  });

  test.each(["not tried", "contraindicated"])("that were %s lasted no day", (word) => {
    expect(days(`{ response: ${word} }`).set).toEqual([0, 0]);
    expect(months(`{ response: ${word} }`).set).toEqual([0, 0]);
  });

  test("written as a phrase mean the same", () => {
    expect(days("failed after 6 weeks").set).toEqual([42, 42]);
    expect(days("six weeks").set).toEqual([42, 42]);
    expect(days("at least 6 weeks").set).toEqual(days("failed after at least 6 weeks").set);
    expect(days("at most 6 weeks").set).toEqual([0, 42]);
    expect(months("failed after 6 weeks").set).toEqual([1, 1]);
  });

  test("whose length and dates disagree are refused", () => {
    expect(days("{ lasted: 2 weeks, from: 2014-03-03, to: 2014-04-14 }").codes).toEqual(["E0615"]);
  });

  test("that conflict in length do not conflict in response", () => {
    const two = "[{ value: { response: failed, lasted: 4 weeks } }, { value: { response: failed, lasted: 8 weeks } }]";
    expect(days(two)).toMatchObject({ set: [28, 56], reason: "conflicting" });
    expect(response(two)).toMatchObject({ set: [0, 0], reason: null });
  });
});

describe("Documentation", () => {
  const documentation = guidelineOf(
    "fact edema: yes or no\nfact therapy: treatment trial",
    "edema is documented as present OR edema is not documented OR therapy is not documented",
  );
  const of = (facts: string) => known(documentation, facts, "edema · documentation").set;

  test("is present or absent as the record says, and open while it says nothing", () => {
    expect(of("  edema: yes")).toEqual([0, 0]);
    expect(of("  edema: no")).toEqual([1, 1]);
    expect(of("  edema: not documented")).toEqual([0, 2]);
  });

  test("of statements that conflict is present or absent, never nothing", () => {
    const conflict = "  edema: [{ value: yes }, { value: no }]";
    expect(known(documentation, conflict, "edema · documentation")).toMatchObject({
      set: [0, 1],
      reason: "conflicting",
    });
    expect(known(documentation, conflict, "edema · undocumented").set).toEqual([0, 0]);
  });

  test("lacks only as long as nothing is admitted", () => {
    expect(known(documentation, "  edema: yes", "edema · undocumented").set).toEqual([0, 0]);
    expect(known(documentation, "  edema: not documented", "edema · undocumented").set).toEqual([1, 1]);
    expect(known(documentation, "  therapy: { response: not tried }", "therapy · undocumented").set).toEqual([0, 0]);
  });
});
