import { expect, test } from "vitest";
import { holdings, readSet } from "../../../engine/set/index.ts";

const neck = `guideline "Neck"
  source "Handbook of necks", pages 1-2

fact neck pain: yes or no

fact numbness: yes or no

fact imaging study: list, each with
  date: date
  herniation: yes or no

define serious
  as neck pain AND numbness

service MRI
  MRI of the neck    CPT 72141

service injection
  injection of the neck    CPT 62321

MRI if serious

injection if numbness

example "Pain alone"
  neck pain: yes
  numbness: no
  expect MRI: criteria not met
`;
const words = 'guideline "Words"\n\nfact tremor: yes or no\n';
const files = [
  { path: "set.yaml", text: "schema: precept/set/1\nname: necks\ntitle: Necks\n" },
  { path: "neck.guideline", text: neck },
  { path: "words.guideline", text: words },
];

test("a set says what it holds, guideline by guideline", () => {
  const { value } = readSet(files);
  expect(value.unread).toEqual([]);
  expect(holdings(value)).toEqual({
    guidelines: [
      {
        guideline: "Neck",
        source: "Handbook of necks, pages 1-2",
        services: ["MRI", "injection"],
        criteria: 3,
        facts: 4,
        examples: 1,
      },
      { guideline: "Words", source: null, services: [], criteria: 0, facts: 1, examples: 0 },
    ],
    cases: 0,
  });
});

test("an empty set holds nothing", () => {
  expect(holdings(readSet([]).value)).toEqual({ guidelines: [], cases: 0 });
});
