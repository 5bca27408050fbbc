import { expect, test } from "vitest";
import { inForce } from "../../../../engine/determine/index.ts";
import { mutate } from "../../../../engine/testing/mutation/index.ts";
import { setInText } from "../setInText.ts";

/**
 * That surgery came the day after the onset matters only within 30 days of it, and the onset lies three months before the
 * request: so the service was before the request, by two months. On the first day in force that would be before the guideline.
 */
test("What shows a mistake is a case of a day on which the guideline is in force", () => {
  const set = setInText(`guideline "Small"
  effective from 2020-01-01

fact onset: date
fact surgery: date

service program
  a program    CPT 97001

program if onset at least 3 months before request date
program excluded if surgery within 30 days before service date AND surgery after onset
`);
  const shown = mutate(set).met.flatMap(({ fate }) => (fate.kind === "survived" ? [fate] : []));
  const before = shown.filter(({ witness }) => witness.case.dates["service date"] < witness.case.dates["request date"]);
  expect(before).not.toEqual([]);
  expect(shown.filter(({ of, witness }) => !inForce(of.guideline, witness.case))).toEqual([]);
});
