import { describe, expect, test } from "vitest";
import { open } from "../../../engine/bundle/index.ts";

const manifest = { schema: "precept/release/2", set: "wrists", version: "1.0.0" };
const files = [
  { path: "set.yaml", text: "schema: precept/set/1\nname: wrists\ntitle: Wrists\ndescription: About wrists.\n" },
  {
    path: "wrist.guideline",
    text: `guideline "Wrist"

fact numbness: yes or no

fact height: number in cm
fact weight: number in kg
define stature: number in cm, to 1
  as height times 2

fact splint: list, each with
  side: one of left, right
  date: date

service imaging
  MRI of the wrist  CPT 73221
  asked for
    use: one of once, twice

imaging if numbness AND at least 1 splint AND stature more than 100 cm AND weight more than 1 kg AND use is once
  cite page 1
`,
  },
];

interface Stated {
  readonly facts?: string;
  readonly field?: string;
  readonly asked?: string;
  readonly expected?: string;
}

const caseOf = ({ facts = "", field = "", asked = "", expected = "" }: Stated = {}): string => `schema: precept/case/1
case: A numb hand
dates: { request date: 2014-05-01, service date: 2014-05-14 }
facts:
  numbness: yes
  height: 170 cm
  weight: 70 kg
  splint: { complete: yes, entries: [{ side: left, date: 2014-01-01${field} }] }
${facts}requests:
  - service: MRI of the wrist
    asked for: { use: once${asked} }
${expected}`;

const set = open(files, manifest);
const determined = (text: string, leaveOut?: readonly string[]) => JSON.parse(set.determine(text, { leaveOut }));
const plain = determined(caseOf());

test("the case that states nothing else is determined", () => {
  expect(plain).toMatchObject({ determinations: [{ outcome: "criteria met" }] });
  expect(plain).not.toHaveProperty("leftOut");
});

describe("what a case states and the set does not declare", () => {
  test.each([
    ["a fact", { facts: "  swelling: yes\n" }, "swelling", null],
    ["a list", { facts: "  injection: { complete: yes, entries: [{ side: left }] }\n" }, "injection", null],
    ["a field of a list", { field: ", material: steel" }, "splint: material", null],
    ["what is asked for", { asked: ", frame rate: 25" }, "frame rate", null],
    ["a fact that is misspelt", { facts: "  heigth: 170 cm\n" }, "heigth", "height"],
    ["a field that is misspelt", { field: ", daet: 2014-01-01" }, "splint: daet", "splint: date"],
    ["a fact that stands in the wrong place", { facts: "  use: once\n" }, "use", "use"],
    ["a number that is calculated", { facts: "  stature: 170 cm\n" }, "stature", "stature"],
  ])("%s is refused; named, it is left out, and the record says so of the whole case", (_, stated, name, near) => {
    const text = caseOf(stated);
    const refused = determined(text);
    expect([refused.schema, refused.unknown]).toEqual(["precept/refusal/1", [{ name, near }]]);
    const without = determined(text, [name, "what the case does not state"]);
    expect(without.leftOut).toEqual([name]);
    expect(without.determinations).toEqual(plain.determinations);
    expect(without.caseDigest).not.toBe(plain.caseDigest);
    expect(set.determine(text, { leaveOut: without.leftOut })).toBe(JSON.stringify(without));
  });

  test("is named once, and as the case writes it", () => {
    const text = caseOf({ facts: "  Swellings: yes\n  finger colour: yes\n" });
    expect(determined(text, ["swelling", "Finger Colour"]).leftOut).toEqual(["Swellings", "finger colour"]);
    expect(determined(text, ["swelling"]).unknown).toEqual([{ name: "finger colour", near: null }]);
  });
});

test("what the set declares is never left out", () => {
  expect(determined(caseOf(), ["numbness", "splint", "splint: side", "use"])).toEqual(plain);
});

test("an expectation of what the set does not know stands in nobody's way: a determination looks at none", () => {
  const expected = "    expect: { answers: { swelling: met }, governing: Hand, source: A later edition }\n";
  const { determinations, leftOut } = determined(caseOf({ expected }));
  expect([determinations, leftOut]).toEqual([plain.determinations, undefined]);
});

test("the letter says what it was made without, and nothing where nothing was left out", () => {
  const text = caseOf({ facts: "  swelling: yes\n" });
  const letter = JSON.parse(set.letter(text, { format: "md", leaveOut: ["swelling"] })).text;
  expect(letter).toContain("The case also states “swelling”. This edition of the guideline set does not ask for that");
  expect(JSON.parse(set.letter(caseOf(), { format: "md" })).text).not.toContain("also states");
});

test.each([["swelling"], [[1]]])("names that are none, %s, are refused", (leaveOut) => {
  expect(JSON.parse(set.determine(caseOf(), { leaveOut })).problems[0].message).toMatch(/takes the options/);
});
