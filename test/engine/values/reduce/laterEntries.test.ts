import { describe, expect, test } from "vitest";
import { caseOf, decided, guidelineInSet } from "../../determine/determined.ts";

const set = {
  name: "S",
  guidelines: [
    guidelineInSet(`guideline "Injections"
  source "S", page 1

fact injection: list, each with
  date: date
  side: one of left, right

service epidural
  an injection    CPT 62323

epidural if at least 30 days since the latest injection, if any, where its side is left
epidural only if at least 1 month since the latest injection, if any
`),
  ],
};

/** What comes of a request of 14 May 2014, by the entries of a list that names all there are. */
function outcomeOf(...entries: readonly string[]) {
  const listed = entries.map((entry) => `      - { ${entry} }\n`).join("");
  const of = caseOf(`schema: precept/case/1
case: C
dates: { request date: 2014-05-14, service date: 2014-05-14 }
facts:
  injection:
    complete: yes
    entries:
${listed}requests:
  - service: epidural
`);
  const { determined, said } = decided(set, of);
  return [...said, ...determined.determinations.map(({ outcome }) => outcome)];
}

describe("time since the latest entry, where one is dated after the request", () => {
  test("and another is not dated: the latest is the one that is, or still later", () => {
    expect(outcomeOf("date: 2014-06-30, side: left", "side: left")).toEqual(["criteria not met"]);
  });

  test("and is only known to be later", () => {
    expect(outcomeOf("date: after 2014-06, side: left", "date: 2013-01-01, side: left")).toEqual(["criteria not met"]);
  });

  test("and may not count where a side is asked for, but counts where none is", () => {
    expect(outcomeOf("date: 2014-06-30", "date: 2013-01-01, side: left", "side: right")).toEqual(["criteria not met"]);
    expect(outcomeOf("date: 2014-05", "date: 2013-01-01, side: left")).toEqual(["criteria not met"]);
  });
});

test("an entry without a date is no later than the request, and may be long ago", () => {
  expect(outcomeOf("side: left")).toEqual(["information needed"]);
});
