import { describe, expect, test } from "vitest";
import { caseOf, decided, guidelineInSet } from "./determined.ts";

/** What is determined on 14 May 2014 of imaging by one criterion. */
function imagingIf(criterion: string, facts = "") {
  const text = `guideline "Onset"
  source "S", page 1

fact onset: date, or none
fact pain: yes or no

service imaging
  MRI    CPT 72141

imaging if ${criterion}
`;
  const of = caseOf(`schema: precept/case/1
case: C
dates: { request date: 2014-05-14, service date: 2014-05-14 }
facts: { ${facts} }
requests:
  - service: imaging
`);
  const [determination] = decided({ name: "S", guidelines: [guidelineInSet(text)] }, of).determined.determinations;
  if (determination === undefined) throw new Error("One request has one determination");
  const towards = (outcome: string) =>
    determination.ways
      .filter(({ towards: to }) => to === outcome)
      .map(({ steps }) => steps.map(({ fact, needed }) => `${fact}: ${needed}`).join("; "));
  return { outcome: determination.outcome, towards, decidedBy: determination.decidedBy.map(({ text: said }) => said) };
}

const early = "onset at least 6 weeks before request date";

// Six weeks before 14 May are 2 April.
describe("a date that is asked in several ways", () => {
  test("is never to be a day and none at once", () => {
    const { towards } = imagingIf(`${early} AND (onset is none OR pain)`);
    expect(towards("criteria met")).toEqual(["onset: 2014-04-02 or earlier; pain: yes"]);
    expect(towards("criteria not met")).toContain("onset: 2014-04-03 or later; or none");
  });

  test("is never to lie both before and after a day", () => {
    const { towards } = imagingIf(`(${early} AND onset after 2014-04-20) OR (onset after 2014-04-20 AND pain)`);
    expect(towards("criteria met")).toEqual(["onset: 2014-04-21 or later; pain: yes"]);
  });

  test("is told as the one day, or days, that it has to be", () => {
    expect(imagingIf(`${early} AND onset after 2014-03-01`).towards("criteria met")).toEqual([
      "onset: from 2014-03-02 to 2014-04-02",
    ]);
  });

  test("is named once among what decided", () => {
    const { outcome, decidedBy } = imagingIf(`${early} AND onset after 2014-03-01`, "onset: 2014-03-20");
    expect([outcome, decidedBy]).toEqual(["criteria met", ["2014-03-20"]]);
  });
});
