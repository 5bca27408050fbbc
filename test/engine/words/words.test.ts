import { describe, expect, test } from "vitest";
import { HIGHEST, LOWEST, NONE } from "../../../dsl/index.ts";
import {
  asClause,
  fitting,
  isolated,
  isOrAre,
  listed,
  neededEvidence,
  negated,
  ofOrThat,
  phrase,
  quoted,
  sentence,
  valuesInWords,
  withArticle,
} from "../../../engine/words/index.ts";

describe("A wording inside a sentence", () => {
  test.each([
    ["Evidence of nerve root compression.", "noun", "evidence of nerve root compression"],
    ["The patient has failed conservative care", "clause", "the patient has failed conservative care"],
    ["anatomy is unclear", "clause", "anatomy is unclear"],
    ["pain that is worse at night", "noun", "pain that is worse at night"],
    ["a failed trial of NSAIDs", "noun", "a failed trial of NSAIDs"],
    ["strengthening program failed", "clause", "strengthening program failed"],
    ["strengthening program lasted at least 6 weeks", "clause", "strengthening program lasted at least 6 weeks"],
    ["MRI shows a mass", "clause", "MRI shows a mass"],
    ["willing to have surgery", "clause", "the patient is willing to have surgery"],
    ["surgery would be considered", "clause", "surgery would be considered"],
    ["Parkinson disease", "noun", "Parkinson disease"],
    ["A  hyperactive\treflex;", "noun", "a hyperactive reflex"],
  ])("%s", (words, form, text) => {
    expect(phrase(words)).toEqual({ form, text });
  });

  test("is not said to be evidence of evidence", () => {
    expect(ofOrThat(phrase("evidence of tissue insult"))).toBe("of tissue insult");
    expect(ofOrThat(phrase("Documented objective evidence of tissue insult"))).toBe("of tissue insult");
    expect(ofOrThat(phrase("anatomy is unclear"))).toBe("that anatomy is unclear");
  });

  test.each([
    "If any of the above criteria are present, imaging is reasonable",
    "Coverage is permitted for beneficiaries who have experienced one or more of the following:",
    "covered only when provided to beneficiaries who are candidates for warfarin who",
    "Stable patients are defined as patients who have not had recent therapies",
    "does not determine coverage to identify alleles for other purposes",
    "the angina symptoms must be caused by areas not amenable to surgery",
    "Have not been previously tested",
    "Search the recommended guidelines",
    "reasonable and necessary",
    "study compares mortality",
    "the patient completed a course of therapy",
    "ejected from the vehicle",
    "axial load to head e.g. diving",
    "symptoms worsened",
    "salvage surgery is medically necessary only for patients with localized disease",
    "follow-up visits will require an angiogram",
  ])("is quoted where it is not sure to fit: %s", (wording) => {
    expect(fitting(wording)).toBeNull();
    expect(phrase(wording).text).toBe(`“${wording}”`);
  });

  test("is followed by words that fit a quotation", () => {
    const quotation = phrase("previously tested");
    expect(ofOrThat(quotation)).toBe("for “previously tested”");
    expect(asClause(quotation)).toBe("“previously tested” applies");
    expect(negated(quotation).text).toBe("“previously tested” does not apply");
  });

  test("takes the same verb for one thing and for several, save by its name", () => {
    expect(asClause(phrase("areas of ischemic myocardium"))).toBe("there is evidence of areas of ischemic myocardium");
    expect(["weeks of pain", "herpes zoster", "diabetes", "NSAIDs", "Wells", "any symptoms"].map(isOrAre)).toEqual([
      "are",
      "is",
      "is",
      "are",
      "is",
      "is",
    ]);
  });

  test("keeps the capitals of names", () => {
    expect(phrase("New York Heart Association class II symptoms").text).toMatch(/^New York/u);
    expect(phrase("New weakness of the arm").text).toBe("new weakness of the arm");
    expect(phrase("Reduction of work restrictions").text).toBe("reduction of work restrictions");
    expect(phrase("Doppler ultrasound of the leg").text).toBe("Doppler ultrasound of the leg");
    expect(sentence("pH comes to 7.3")).toBe("pH comes to 7.3.");
  });

  test("is denied without a bare no", () => {
    expect(negated(phrase("local infection")).text).toBe("absence of local infection");
    expect(negated(phrase("anatomy is unclear")).text).toBe("it is not so that anatomy is unclear");
  });
});

describe("Lists", () => {
  test("are parted by commas, or by semicolons where a comma or the joining word would mislead", () => {
    expect(listed(["pain", "weakness"], "or")).toBe("pain or weakness");
    expect(listed(["pain", "weakness", "numbness"], "and")).toBe("pain, weakness, and numbness");
    expect(listed(["pain, at night", "weakness"], "and")).toBe("pain, at night; and weakness");
    expect(listed(["edema", "hypertension or cor pulmonale"], "or")).toBe("edema; or hypertension or cor pulmonale");
    expect(listed([], "or")).toBe("");
  });
});

describe("Sentences", () => {
  test.each([
    ["the record is silent", "The record is silent."],
    ["is it so?", "Is it so?"],
    ["the reviewer notes: “Seen.”", "The reviewer notes: “Seen.”"],
    ["the reviewer notes: “seen”", "The reviewer notes: “seen”."],
    ["stops once..", "Stops once."],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(sentence(text)).toBe(expected);
  });

  test("take the article of their sound", () => {
    expect(["MRI", "CT scan", "hour", "uniform brace", "exam", "NSAID", "the brace"].map(withArticle)).toEqual([
      "an MRI",
      "a CT scan",
      "an hour",
      "a uniform brace",
      "an exam",
      "an NSAID",
      "the brace",
    ]);
  });
});

describe("Text of others", () => {
  test("stands in double quotation marks, what it quotes in single ones", () => {
    expect(quoted('the "red flags" of “page 3”')).toBe("“the ‘red flags’ of ‘page 3’”");
  });

  test("cannot turn the text around it: right-to-left stands in isolates, marks that reorder are dropped", () => {
    expect(isolated("כאב")).toBe("\u2068כאב\u2069");
    expect(isolated("pa\u202Ein")).toBe("pain");
    expect(isolated("pain")).toBe("pain");
  });
});

describe("Needs", () => {
  test("are one noun", () => {
    expect(neededEvidence([])).toBe("evidence");
    expect(
      neededEvidence([
        { kind: "evidence kind", admits: ["test result"], text: "test result" },
        {
          kind: "recent",
          amount: 1,
          unit: "months",
          before: "request date",
          text: "evidence within 1 month before request date",
        },
        { kind: "author", role: "the treating physician", text: "evidence from the treating physician" },
      ]),
    ).toBe("test-result evidence within 1 month before the request date from the treating physician");
  });
});

describe("Values", () => {
  const pressure = {
    type: { kind: "number", unit: { word: "mmHg", ucum: "mm[Hg]" }, decimals: 1 },
    part: "value",
  } as const;
  const strength = {
    type: { kind: "scale", scale: "muscle strength", grades: ["3", "4", "5"] },
    part: "value",
  } as const;
  const trial = { type: { kind: "treatment trial" }, part: "duration in days" } as const;
  const procedure = { type: { kind: "one of", options: ["none", "injection", "surgery"] }, part: "value" } as const;

  test("of a number are in its precision and unit", () => {
    expect(valuesInWords([{ low: LOWEST, high: 550 }], pressure)).toBe("at most 55 mmHg");
    expect(valuesInWords([{ low: 551, high: 590 }], pressure)).toBe("from 55.1 to 59 mmHg");
    expect(valuesInWords([{ low: -5, high: -5 }], pressure)).toBe("-0.5 mmHg");
    expect(
      valuesInWords(
        [
          { low: NONE, high: NONE },
          { low: 600, high: HIGHEST },
        ],
        pressure,
      ),
    ).toBe("at least 60 mmHg or none");
  });

  test("of named kinds are named", () => {
    expect(valuesInWords([{ low: 1, high: 2 }], procedure)).toBe("injection or surgery");
    expect(valuesInWords([{ low: 0, high: 1 }], strength)).toBe("4 or below");
    expect(valuesInWords([{ low: 1, high: 2 }], strength)).toBe("4 or above");
  });

  test("of a duration are in weeks where weeks are exact", () => {
    expect(valuesInWords([{ low: 42, high: HIGHEST }], trial)).toBe("at least 6 weeks");
    expect(valuesInWords([{ low: 0, high: 41 }], trial)).toBe("less than 6 weeks");
    expect(valuesInWords([{ low: 0, high: 40 }], trial)).toBe("at most 40 days");
    expect(valuesInWords([{ low: 7, high: 7 }], trial)).toBe("1 week");
    expect(valuesInWords([{ low: 10, high: 20 }], trial)).toBe("from 10 to 20 days");
  });
});
