import { expect, test } from "vitest";
import { readSet } from "../../engine/set/index.ts";
import { testSet } from "../../engine/testing/index.ts";
import { filesOf } from "./shippedSet.ts";

/** How many cases each rule was published with, in gdl-lang/common-clinical-models. */
const published: Readonly<Record<string, number>> = {
  "NEXUS_Criteria_C-Spine_Imaging_guideline.v1": 2,
  "CCR.v1": 5,
  "Canadian_CT_head_injury_rule.v1": 4,
  "CHIP_prediction_rule.v1": 6,
  "Ottawa_Subarachnoid_Hemorrhage_Rule_for_Headache_Evaluation.v1": 2,
  "PERC.v1": 4,
};

const { cases } = testSet(readSet(filesOf("decision-rules")).value);

test.each(Object.entries(published))("%s: each of its %i published cases is run", (rule, count) => {
  const own = cases.filter(({ requests }) => requests.some(({ source }) => source?.startsWith(`${rule}, case`)));
  expect(own).toHaveLength(count);
  expect(new Set(own.flatMap(({ requests }) => requests.map(({ source }) => source))).size).toBe(count);
  expect(own.filter(({ ok }) => !ok)).toEqual([]);
});
