import { describe, expect, test } from "vitest";
import { thenAndNow } from "../../../engine/editions/index.ts";
import { firstEdition, kneeCase, secondEdition } from "../../server/determinations/knees.ts";

const editions = { before: { name: "1.0.0", files: firstEdition }, now: { name: "2.0.0", files: secondEdition } };

test("one case under two editions says what changed, and by which text", () => {
  const { value } = thenAndNow(kneeCase("A knee"), editions);
  expect(value).toMatchObject({
    case: "A knee",
    editions: { before: "1.0.0", now: "2.0.0" },
    services: [{ service: "MRI of the knee", outcome: { before: "criteria met", now: "information needed" } }],
  });
  const criteria = value?.services[0]?.criteria ?? [];
  expect(criteria.find(({ criterion }) => criterion.startsWith("exercise"))).toMatchObject({
    change: "added",
    answer: { before: null, now: "not documented" },
    text: { before: null, now: { file: "knee.guideline", line: 12, text: "imaging if locked AND exercise failed" } },
  });
  expect(criteria.filter(({ change }) => change !== "none").map(({ change }) => change)).not.toEqual([]);
});

test("a criterion that stood alone and is now one of several is the same criterion, by another text", () => {
  const { value } = thenAndNow(kneeCase("A knee"), editions);
  expect(value?.services[0]?.criteria.filter(({ criterion }) => criterion === "locked")).toMatchObject([
    {
      change: "text",
      answer: { before: "met", now: "met" },
      text: { before: { text: "imaging if locked" }, now: { text: "imaging if locked AND exercise failed" } },
    },
  ]);
});

describe("a criterion of which the threshold changed", () => {
  /** Two guidelines that differ in their criteria alone, and a weight of 88 kg. */
  const edition = (name: string, criteria: string) => ({
    name,
    files: firstEdition.map((file) => ({
      ...file,
      text: file.text
        .replace(
          "service imaging",
          "fact weight: number in kg, to 1\n\nfact age: number in years, to 1\n\nservice imaging",
        )
        .replace("imaging if locked", `imaging if ${criteria}`),
    })),
  });
  const said = kneeCase("A knee").replace("  locked: yes", "  locked: yes\n  weight: 88 kg");
  const changed = (before: string, now: string) => {
    const { value, problems } = thenAndNow(said, { before: edition("1.0.0", before), now: edition("2.0.0", now) });
    expect(problems).toBeNull();
    return (value?.services[0]?.criteria ?? []).filter(({ change }) => change !== "none");
  };

  test("is one criterion, answered otherwise by another text", () => {
    expect(changed("locked AND weight at least 90 kg", "locked AND weight at least 85 kg")).toMatchObject([
      { criterion: "all of", change: "answer and text" },
      { criterion: "locked", formerly: null, change: "text" },
      {
        criterion: "weight at least 85 kg",
        formerly: "weight at least 90 kg",
        answer: { before: "not met", now: "met" },
        change: "answer and text",
      },
    ]);
  });

  test("is told from one that stayed as it was", () => {
    const [before, now] = [
      "weight at least 70 kg OR weight at least 90 kg",
      "weight at least 85 kg OR weight at least 90 kg",
    ];
    const found = changed(before, now).filter(({ criterion }) => criterion.startsWith("weight"));
    expect(found.map(({ criterion, formerly }) => [criterion, formerly])).toEqual([
      ["weight at least 85 kg", "weight at least 70 kg"],
      ["weight at least 90 kg", null],
    ]);
  });

  test("is so too where it is worded otherwise, and never another fact's", () => {
    expect(changed("weight at least 90 kg", "weight under 95 kg")).toMatchObject([
      { criterion: "weight under 95 kg", formerly: "weight at least 90 kg" },
    ]);
    expect(changed("weight at least 90 kg", "age at least 90 years").map(({ change }) => change)).toEqual([
      "added",
      "removed",
    ]);
  });
});

test("the same edition twice changes nothing", () => {
  const { value } = thenAndNow(kneeCase("A knee"), { before: editions.now, now: editions.now });
  expect(value?.services.flatMap(({ criteria }) => criteria.map(({ change }) => change))).not.toContain("text");
  expect(new Set(value?.services.flatMap(({ criteria }) => criteria.map(({ change }) => change)))).toEqual(
    new Set(["none"]),
  );
});

test("what only one edition knows is left out of the other, and said", () => {
  const files = secondEdition.map((file) => ({
    ...file,
    text: file.text.replace("service imaging", 'fact swelling: yes or no\n  "the knee is swollen"\n\nservice imaging'),
  }));
  const now = { name: "3.0.0", files };
  const said = kneeCase("A knee").replace("  locked: yes", "  locked: yes\n  swelling: yes");
  const older = { before: editions.before, now };
  const { value, problems } = thenAndNow(said, older);
  expect([problems, value?.leftOut]).toEqual([null, { before: ["swelling"], now: [] }]);
  expect(value?.services[0]?.outcome.before).toBe("criteria met");
  const newer = thenAndNow(said, { before: now, now: editions.before });
  expect(newer.value?.leftOut).toEqual({ before: [], now: ["swelling"] });
});

test.each([
  ["a case that is none", "{{", /^line 1 of the case: /],
  ["a case of another set", kneeCase("A").replace("locked", "numbness"), /^1\.0\.0: line 5 of the case: No guideline/],
])("%s is refused with a sentence", (_, text, sentence) => {
  expect(thenAndNow(text, editions).problems?.[0]).toMatch(sentence);
});
