import { describe, expect, test } from "vitest";
import { checkValue } from "../../../studio/worker/valueCheck.ts";
import { caseOf, decided, guidelineInSet } from "../determine/determined.ts";
import { askingFor, cohortOf, read } from "../values/cohort/cohortText.ts";

/*
 * 30 February is no day. Date libraries make 1 or 2 March of it, and databases of a form take what they are given. Here it is refused
 * by name wherever it is written, and what it was said of stays not documented.
 */

const declared = `fact injury date: date
fact age: age at request date
fact exercises: treatment trial
fact weakness: yes or no
  needs evidence within 3 months before request date

define asked
  as injury date before 2014-03-01 OR age at least 65 years OR exercises lasted at least 3 days OR weakness
`;

const set = {
  name: "hazard",
  guidelines: [
    guidelineInSet(
      `guideline "Dates"\n  source "S", page 1\n\n${declared}\nservice imaging\n  MRI    CPT 72141\n\nimaging if asked\n`,
    ),
  ],
};

const caseText = (lines: string): string =>
  `schema: precept/case/1\ncase: C\ndates: { request date: 2014-05-14, service date: 2014-05-14 }\nfacts:\n  ${lines}\nrequests:\n  - service: imaging\n`;

describe("30 February 2014", () => {
  test.each([
    ["a date", "injury date: 2014-02-30"],
    ["an end of an interval", "injury date: { from: 2014-02-01, to: 2014-02-30 }"],
  ])("as %s of a case leaves it not documented, and is told", (_, lines) => {
    const { said, determined } = decided(set, caseOf(caseText(lines)));
    expect(said.join()).toContain("2014-02-30");
    expect(determined.determinations.map(({ outcome }) => outcome)).toEqual(["information needed"]);
  });

  test.each([
    ["a date of birth", "age: { born: 1949-02-30 }", "1949-02-30"],
    ["the last day of a treatment", "exercises: { response: failed, from: 2014-02-01, to: 2014-02-30 }", "2014-02-30"],
    ["the date of evidence", "weakness: { value: yes, evidence: { date: 2014-02-30 } }", "2014-02-30"],
  ])("as %s is refused with the case", (_, lines, day) => {
    expect(() => caseOf(caseText(lines))).toThrow(day);
  });

  test("typed into a form is refused while it is typed", () => {
    const dates = { "request date": "2014-05-14", "service date": "2014-05-14" };
    const fact = { name: "injury date", type: { kind: "date" }, orNone: false } as const;
    const typed = (text: string) => checkValue(fact, { kind: "text", text }, dates, undefined).problem?.message ?? "";
    expect(typed("2014-02-30")).toContain("2014-02-30");
    expect(typed("2014-02-28")).toBe("");
  });

  test("in a row of a table rejects the row by its line, and the others are read", async () => {
    const head = "case,request date,service date,injury date";
    const rows = ["2014-02-28", "2014-02-30", "2014-03-01"].map((day, at) => `${at},2014-05-14,2014-05-14,${day}`);
    const cohort = cohortOf(await read([head, ...rows].join("\n"), askingFor(declared)));
    expect([cohort.cases, cohort.rows, cohort.rejected.count]).toEqual([3, 2, 1]);
    expect(cohort.rejected.kept).toMatchObject([{ line: 3, case: "1", kind: "wrong value" }]);
    expect(cohort.rejected.kept[0]?.reason).toContain("2014-02-30");
  });
});
