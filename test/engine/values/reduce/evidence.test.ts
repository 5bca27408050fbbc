import { describe, expect, test } from "vitest";
import { guidelineOf, reduced } from "./reduced.ts";

const yes = [{ low: 1, high: 1 }];
const either = [{ low: 0, high: 1 }];

/** What the case says of `edema`, which needs what is given. */
function edema(needs: string, facts: string) {
  const sets = reduced(guidelineOf(`fact edema: yes or no\n${needs}`, "edema"), facts);
  const evidence = sets.facts.get("edema");
  return {
    values: sets.quantities.get("edema")?.values,
    reason: evidence?.reason,
    shortfalls: evidence?.demoted.map(({ shortfall }) => shortfall),
    admitted: evidence?.admitted.length,
    remark: evidence?.remark,
  };
}

function by(kind: string): string {
  return `  edema: { value: yes, evidence: { document: report, kind: ${kind} } }`;
}

function on(date: string): string {
  return `  edema: { value: yes, evidence: { document: undated, kind: opinion, date: ${date} } }`;
}

describe("A fact without needs", () => {
  test("is documented by a value without any evidence", () => {
    expect(edema("", "  edema: yes")).toMatchObject({ values: yes, reason: null, admitted: 1 });
  });

  test("that the case does not name was never asked", () => {
    expect(edema("", "  other: yes")).toMatchObject({ values: either, reason: "never asked" });
  });

  test("that someone looked for in vain is asked and unknown, with the reviewer's words", () => {
    expect(edema("", "  edema: { not documented: a lack of evidence }")).toMatchObject({
      values: either,
      reason: "asked and unknown",
      remark: "a lack of evidence",
    });
  });

  test("is found under another spelling of its name", () => {
    expect(edema("", "  Edemas: yes")).toMatchObject({ values: yes });
  });
});

describe("A fact that needs objective evidence", () => {
  const needs = "  needs objective evidence\n";
  test.each(["objective finding", "test result"])("is documented by an %s", (kind) => {
    expect(edema(needs, by(kind))).toMatchObject({ values: yes, reason: null, shortfalls: [] });
  });

  test.each(["opinion", "patient report"])("is not documented by a mere %s", (kind) => {
    expect(edema(needs, by(kind))).toMatchObject({
      values: either,
      reason: "weaker evidence",
      admitted: 0,
      shortfalls: ["Objective evidence is needed."],
    });
  });

  test("is not documented by a value without evidence", () => {
    expect(edema(needs, "  edema: yes")).toMatchObject({
      values: either,
      reason: "weaker evidence",
      shortfalls: ["Objective evidence is needed."],
    });
  });

  test("keeps the reviewer's words beside what falls short", () => {
    const facts = `  edema:
    - { value: yes, evidence: { document: report, kind: opinion } }
    - not documented: a lack of documented objective evidence`;
    expect(edema(needs, facts)).toMatchObject({
      reason: "weaker evidence",
      remark: "a lack of documented objective evidence",
    });
  });

  test("is documented by the finding when an opinion stands beside it, which changes nothing", () => {
    const facts = `  edema:
    - { value: no, evidence: { document: report, kind: opinion } }
    - { value: yes, evidence: { document: report, kind: objective finding } }`;
    expect(edema(needs, facts)).toMatchObject({ values: yes, reason: null, admitted: 1 });
  });
});

describe("A fact that needs evidence within 3 months before the request date, 14 May 2014", () => {
  const needs = "  needs evidence within 3 months before request date\n";
  test.each(["2014-02-14", "2014-05-14", "2014-03", "2014-04-30"])("is documented by evidence of %s", (date) => {
    expect(edema(needs, on(date))).toMatchObject({ values: yes, reason: null });
  });

  test.each(["2014-02-13", "2014-05-15", "2014-02", "2014", "2013-12"])(
    "is not by evidence of %s, not certainly within",
    (date) => {
      expect(edema(needs, on(date))).toMatchObject({ values: either, reason: "too old" });
    },
  );

  test("takes the date of the document when the evidence has none of its own", () => {
    const facts = "  edema: { value: yes, evidence: { document: report } }";
    expect(edema(needs, facts)).toMatchObject({ values: yes, reason: null });
  });

  test("is not documented by evidence without a date", () => {
    const facts = "  edema: { value: yes, evidence: { document: undated, kind: opinion } }";
    expect(edema(needs, facts)).toMatchObject({
      reason: "weaker evidence",
      shortfalls: ["Evidence within 3 months before the request date is needed. This has no date."],
    });
  });
});

describe("A month before the end of a long month", () => {
  test("begins on the last day of a short one: 3 months before 31 May 2014 is 28 February", () => {
    const needs = "  needs evidence within 3 months before service date\n";
    expect(edema(needs, on("2014-02-28")).reason).toBeNull();
    expect(edema(needs, on("2014-02-27")).reason).toBe("too old");
  });
});

describe("A fact that needs evidence from the treating physician", () => {
  const needs = "  needs evidence from treating physician\n";

  test("is documented by what the treating physician wrote", () => {
    expect(edema(needs, "  edema: { value: yes, evidence: { document: report } }").reason).toBeNull();
    expect(edema(needs, "  edema: { value: yes, evidence: { author: The Treating Physician } }").reason).toBeNull();
  });

  test("is not documented by anybody else, nor by nobody in particular", () => {
    expect(edema(needs, "  edema: { value: yes, evidence: { author: physical therapist } }").reason).toBe(
      "weaker evidence",
    );
    expect(edema(needs, "  edema: { value: yes, evidence: { document: undated } }").reason).toBe("weaker evidence");
  });
});
