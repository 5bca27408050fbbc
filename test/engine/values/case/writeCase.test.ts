import { describe, expect, test } from "vitest";
import {
  caseData,
  decodeCase,
  decodeCaseData,
  exampleAsCase,
  writeCase,
} from "../../../../engine/values/case/index.ts";
import { readSet } from "../../../../engine/set/index.ts";
import type { Case } from "../../../../engine/values/index.ts";
import { filesOf, shippedSets } from "../../../guidelines/shippedSet.ts";
import { withoutPlaces } from "./meaning.ts";

const sets = shippedSets.map((name) => readSet(filesOf(name)).value);
const shipped = sets.flatMap(({ cases, guidelines }) => [
  ...cases.map((each) => each.case),
  ...guidelines.flatMap(({ guideline }) => guideline.examples.map((example) => exampleAsCase(guideline, example))),
]);

/** Without the places in the file. */
const meaning = (of: Case | null): unknown => withoutPlaces(of);

describe("A case that is written reads as the same case", () => {
  test.each(shipped.map((each) => [each.id, each] as const))("%s", (_, of) => {
    const { value, diagnostics } = decodeCase({ name: of.id, text: writeCase(of) });
    expect(diagnostics).toEqual([]);
    expect(meaning(value)).toEqual(meaning(of));
    expect(meaning(decodeCaseData(of.id, caseData(of)).value)).toEqual(meaning(of));
  });
});

test("A written case is laid out as people lay theirs out", () => {
  const [first] = sets.find(({ name }) => name === "cms-ncd")?.cases ?? [];
  expect(
    first &&
      writeCase({ ...first.case, title: "A day: before" })
        .split("\n")
        .slice(0, 5),
  ).toEqual([
    "schema: precept/case/1",
    'case: "A day: before"',
    "dates:",
    expect.stringMatching(/^ {2}request date: \d{4}-\d\d-\d\d$/),
    expect.stringMatching(/^ {2}service date: \d{4}-\d\d-\d\d$/),
  ]);
});
