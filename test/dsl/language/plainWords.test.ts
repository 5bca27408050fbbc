import { describe, expect, it } from "vitest";
import { analyse, paraphrase } from "../../../dsl/index.ts";

const declared = `guideline "Example"
  source "Example", page 1
  effective from 2020-01-01

scale muscle strength: 0, 1, 2, 3, 4-, 4, 4+, 5
codes radiculopathy: ICD-10-CM M54.16, M51.1*
codes myelopathy: ICD-10-CM M50.0*

fact pain: yes or no
fact PO2: number in mmHg, to 0.1
fact age: age at request date
fact onset: date
fact deltoid: muscle strength
fact diagnosis: ICD-10-CM code
fact pain site: body site in lumbar spine, knee
fact other site: body site in lumbar spine, knee
fact program: treatment trial
fact weight: number in kg
fact height: number in m, to 0.01
fact procedure: one of biopsy, injection, surgery
fact treatment: list of treatment trials, each with
  kind: one of exercise, medication

define body mass index: number in kg/m2, to 0.1
  as weight / (height * height)

score Wells
  - 1 if pain

service imaging
  MRI    CPT 72141

`;

/** What is said of a criterion, in one line. */
function said(criterion: string): string | undefined {
  const { value, diagnostics } = analyse({ name: "example.guideline", text: `${declared}imaging if ${criterion}\n` });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const line = paraphrase(value, "sentences")
    .split("\n")
    .find((each) => each.startsWith("imaging if "));
  return line?.slice("imaging if ".length);
}

describe("a test is said in one plain wording, however it is written", () => {
  it.each([
    ["PO2 is at most 55 mmHg", ["PO2 <= 55 mmHg", "PO2 at or below 55 mmHg", "PO2 55 mmHg or less", "PO2 is ≤ 55mmHg"]],
    ["PO2 is from 56 to 59 mmHg", ["PO2 at least 56 and at most 59 mmHg", "PO2 from 56 mmHg to 59 mmHg"]],
    ["age is at least 66 years", ["age above 65 years", "age older than 65 years", "age 66 years or older"]],
    ["onset is within 6 months before the request date", ["onset within 6 months before request date"]],
    ["onset is before the service date", ["onset was before the service date"]],
    ["deltoid is at most 4-", ["deltoid < 4/5", "deltoid below 4", "deltoid 4- or less"]],
    ["deltoid is from 4- to 4", ["deltoid is one of 4-, 4"]],
    ["diagnosis is in radiculopathy", ["diagnosis is one of M54.16, M51.1*", "diagnosis is one of M51.1*, m5416"]],
    ["diagnosis is not in radiculopathy, myelopathy", ["diagnosis is none of M54.16, M51.1*, M50.0*"]],
    ["pain site is lumbar spine", ["pain site is in the lumbar spine", "pain site is one of lumbar spine"]],
    ["pain site is at L4-L5", ["pain site is at L4-5", "pain site is at L4/L5"]],
    ["pain site is on the same side as the other site", ["pain site is on the same side as other site"]],
    [
      "program lasted at least 6 weeks within the 6 months before the request date",
      ["program lasted 42 days or more within 6 months before request date"],
    ],
    ["program was not tolerated", ["program is not tolerated"]],
    ["procedure is not biopsy", ["procedure is one of injection, surgery", "procedure is none of biopsy"]],
    ["body mass index is at least 30 kg/m2", ["body mass index >= 30 kg/m2", "body mass index 30 kg/m2 or more"]],
    ["Wells is at least 1 point", ["Wells >= 1", "Wells 1 or more"]],
    [
      "any treatment where its kind is exercise AND it lasted at least 6 weeks",
      ["any treatment where all of (its kind is one of exercise; it lasted 42 days or longer)"],
    ],
  ])("%s", (canonical, spellings) => {
    for (const spelling of [canonical, ...spellings]) expect(said(spelling)).toBe(canonical);
  });
});
