import { describe, expect, it } from "vitest";
import { definition, references } from "../../../dsl/index.ts";
import { marked, withRanges } from "./marked.ts";

const source = `fact pain: yes or no
fact pain or fear: yes or no
fact program: treatment trial
scale grade: low, high
fact weakness: grade

define worse
  as pain or fear AND Programs failed

service imaging
  MRI    CPT 72141

imaging if worse OR pain
imaging if pain or fear and what else
imaging if weakness at least high

example "one"
  pain or fear: yes
  expect MRI: not addressed
  expect worse: met
`;

/** The source with the cursor put into the first place of `word` after `near`. */
const at = (near: string, word: string): string => {
  const from = source.indexOf(word, source.indexOf(near));
  return `${source.slice(0, from + 1)}‸${source.slice(from + 1)}`;
};

function found(near: string, word: string): readonly string[] {
  const { analysis, offset, text } = marked(at(near, word));
  const ranged = withRanges(
    text,
    references(analysis, offset).map(({ span }) => span),
  );
  return ranged.split("\n").filter((line) => line.includes("«"));
}

describe("references", () => {
  it("tells a name from one that begins with it", () => {
    expect(found("imaging if worse", "pain")).toEqual(["fact «pain»: yes or no", "imaging if worse OR «pain»"]);
  });

  it("finds a name in declarations, criteria, broken phrases and examples", () => {
    expect(found("define worse", "pain or fear")).toEqual([
      "fact «pain or fear»: yes or no",
      "  as «pain or fear» AND Programs failed",
      "imaging if «pain or fear» and what else",
      "  «pain or fear»: yes",
    ]);
  });

  it.each([
    [
      "a plural in capitals",
      "define worse",
      "Programs",
      ["fact «program»: treatment trial", "  as pain or fear AND «Programs» failed"],
    ],
    ["a definition", "imaging if", "worse", ["define «worse»", "imaging if «worse» OR pain", "  expect «worse»: met"]],
    ["a scale", "scale", "grade", ["scale «grade»: low, high", "fact weakness: «grade»"]],
    ["an item", "expect", "MRI", ["  «MRI»    CPT 72141", "  expect «MRI»: not addressed"]],
    [
      "a service",
      "service",
      "imaging",
      [
        "service «imaging»",
        "«imaging» if worse OR pain",
        "«imaging» if pain or fear and what else",
        "«imaging» if weakness at least high",
      ],
    ],
  ])("of %s", (_, near, word, expected) => expect(found(near, word)).toEqual(expected));
});

describe("definition", () => {
  it.each([
    ["imaging if worse", "worse", "define «worse»"],
    ["imaging if weakness", "imaging", "service «imaging»"],
    ["define worse", "Programs", "fact «program»: treatment trial"],
    ["expect MRI", "MRI", "  «MRI»    CPT 72141"],
    ["fact pain", "pain", "fact «pain»: yes or no"],
  ])("from %s to %s", (near, word, expected) => {
    const { analysis, offset, text } = marked(at(near, word));
    const span = definition(analysis, offset);
    expect(withRanges(text, span ? [span] : []).split("\n")).toContain(expected);
  });

  it.each(["imaging if no‸thing", "# pa‸in", "fact pain: yes ‸or no"])("nowhere from %s", (line) => {
    const { analysis, offset } = marked(line);
    expect(definition(analysis, offset)).toBeNull();
    expect(references(analysis, offset)).toEqual([]);
  });
});
