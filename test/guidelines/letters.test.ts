import { describe, expect, test } from "vitest";
import { type CaseDeterminations, determine, type Sentence } from "../../engine/determine/index.ts";
import { type GuidelineSet, readSet } from "../../engine/set/index.ts";
import { exampleAsCase } from "../../engine/values/case/index.ts";
import { sentenceFaults } from "../engine/determine/sentenceFaults.ts";
import { filesOf, shippedSets } from "./shippedSet.ts";

const read = Object.fromEntries(shippedSets.map((name) => [name, readSet(filesOf(name)).value]));

function casesDetermined(set: GuidelineSet): readonly CaseDeterminations[] {
  const examples = set.guidelines.flatMap((each) =>
    each.guideline.examples.map(
      (example) => determine({ name: set.name, guidelines: [each] }, exampleAsCase(each.guideline, example)).value,
    ),
  );
  return [...set.cases.map((one) => determine(set, one.case).value), ...examples];
}

const sentencesOf = ({ determinations }: CaseDeterminations): readonly string[] =>
  determinations
    .flatMap(({ rationale }): readonly Sentence[] => Object.values(rationale).flat())
    .map(({ text }) => text);

describe("Every sentence of the letters of the shipped set", () => {
  test.each(shippedSets)("%s stands", (name) => {
    const set = read[name];
    if (set === undefined) throw new Error("the set is not read");
    const sentences = new Set(casesDetermined(set).flatMap(sentencesOf));
    expect(sentences.size).toBeGreaterThan(0);
    expect([...sentences].flatMap(sentenceFaults)).toEqual([]);
  });
});
