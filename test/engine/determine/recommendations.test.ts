import { describe, expect, test } from "vitest";
import { determine } from "../../../engine/determine/index.ts";
import { caseOf, guidelineInSet } from "./determined.ts";

const head = `guideline "G"
  source "S", page 1

service imaging
  MRI of the neck    CPT 72141
  asked for
    units: whole number

fact pain: yes or no
fact weakness: yes or no
fact order: yes or no
fact pacemaker: yes or no
`;

function outcome(recommendations: string, facts: string, units = "1"): string {
  const guidelines = [guidelineInSet(`${head}${recommendations}\n`)];
  const of = caseOf(`schema: precept/case/1
case: C
dates: { request date: 2024-03-10, service date: 2024-03-10 }
facts: { ${facts} }
requests:
  - service: MRI of the neck
    asked for: { ${units === "" ? "" : `units: ${units}`} }
`);
  const { value, diagnostics } = determine({ name: "set", guidelines }, of);
  return diagnostics[0]?.code ?? value.determinations[0]?.outcome ?? "";
}

/** Recommendations, then what of a case comes out how; the outcomes follow from the published meaning of each line. */
const told: Readonly<Record<string, readonly (readonly [facts: string, units: string, outcome: string])[]>> = {
  "imaging if pain\n  limited to units at most 2": [
    ["pain: yes", "2", "criteria met"],
    ["pain: yes", "3", "modified"],
    ["pain: yes", "", "information needed"],
    ["pain: no", "3", "criteria not met"],
  ],
  "imaging if pain\n  limited to units at most 2\nimaging if weakness": [
    ["pain: yes, weakness: yes", "3", "criteria met"],
    ["pain: yes, weakness: no", "3", "modified"],
    ["pain: yes", "3", "information needed"],
    ["pain: yes", "2", "criteria met"],
  ],
  "imaging if pain\nimaging if weakness\nimaging limited to units at most 2": [
    ["pain: yes", "3", "modified"],
    ["weakness: yes", "2", "criteria met"],
  ],
  "imaging if pain\nimaging only if order\nimaging red flag if weakness\nimaging excluded if pacemaker": [
    ["pain: yes, order: no, weakness: no, pacemaker: no", "1", "criteria not met"],
    ["pain: no, order: no, weakness: yes, pacemaker: no", "1", "criteria met"],
    ["pain: no, order: no, weakness: yes, pacemaker: yes", "1", "excluded"],
    ["pain: yes, order: yes, pacemaker: no", "1", "criteria met"],
  ],
  "imaging if pain\nimaging excluded if pacemaker\nimaging otherwise not addressed": [
    ["pain: no, pacemaker: no", "1", "not addressed"],
    ["pain: no, pacemaker: yes", "1", "excluded"],
    ["pain: yes, pacemaker: no", "1", "criteria met"],
    ["pacemaker: no", "1", "information needed"],
  ],
  "imaging is covered\nimaging excluded if pacemaker": [
    ["pacemaker: no", "1", "criteria met"],
    ["pacemaker: yes", "1", "excluded"],
    ["", "1", "information needed"],
  ],
  "imaging if pain\n  when weakness\n    requires order": [
    ["pain: yes, weakness: no", "1", "criteria met"],
    ["pain: yes, weakness: yes, order: yes", "1", "criteria met"],
    ["pain: yes, weakness: yes, order: no", "1", "criteria not met"],
    ["pain: yes, order: yes", "1", "criteria met"],
    ["pain: yes, weakness: yes", "1", "information needed"],
  ],
  "imaging if pain\nnever pain AND NOT order": [
    ["pain: yes", "1", "criteria met"],
    ["order: no", "1", "criteria not met"],
    ["pain: yes, order: no", "1", "E0640"],
  ],
  "imaging if pain OR weakness\nalways pain OR weakness": [["", "1", "criteria met"]],
  "imaging if service date is on or after 2024-03-10 AND request date is before 2024-03-11": [
    ["", "1", "criteria met"],
  ],
};

describe.each(Object.entries(told))("%s", (recommendations, cases) => {
  test.each(cases)("{ %s }, %s asked for: %s", (facts, units, expected) =>
    expect(outcome(recommendations, facts, units)).toBe(expected),
  );
});

test("a definition means what it means on the service date, the first and the last day included", () => {
  const byDate = `define failed
  effective from 1990-01-01 to 2024-03-09
    as pain
  effective from 2024-03-10 to 2024-03-10
    as weakness
  effective from 2024-03-11
    as order
imaging if failed
`;
  const text = `${head.replace("page 1\n", "page 1\n  effective from 1990-01-01\n")}${byDate}`;
  const guidelines = [guidelineInSet(text)];
  const on = (date: string, fact: string) => {
    const facts = ["pain", "weakness", "order"].map((name) => `${name}: ${name === fact ? "yes" : "no"}`).join(", ");
    const of = caseOf(
      `schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: ${date} }\nfacts: { ${facts} }\nrequests:\n  - service: MRI of the neck\n`,
    );
    return determine({ name: "set", guidelines }, of).value.determinations[0]?.outcome;
  };
  expect([on("2024-03-09", "pain"), on("2024-03-10", "weakness"), on("2024-03-11", "order")]).toEqual([
    "criteria met",
    "criteria met",
    "criteria met",
  ]);
  expect([on("2024-03-10", "pain"), on("2024-03-11", "weakness"), on("2024-03-09", "order")]).toEqual([
    "criteria not met",
    "criteria not met",
    "criteria not met",
  ]);
});

test("a guideline that leaves a request open gives way to the next one of the set", () => {
  const silent = `${head}imaging if pain\nimaging otherwise not addressed\n`;
  const next = `${head.replace("G", "H")}imaging is covered\n`;
  const guidelines = [guidelineInSet(silent, "g.guideline"), guidelineInSet(next, "h.guideline")];
  const of = caseOf(
    "schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: 2024-03-10 }\nfacts: { pain: no }\nrequests:\n  - service: MRI of the neck\n",
  );
  expect(determine({ name: "set", guidelines }, of).value.determinations[0]).toMatchObject({
    outcome: "criteria met",
    governing: { guideline: "H" },
  });
});
