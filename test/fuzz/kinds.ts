import * as fc from "fast-check";
import type { ParaphraseForm } from "../../dsl/index.ts";
import { edited } from "./edits.ts";
import { editorHolds, type Visited } from "./editorProperties.ts";
import { goodGuidelines, goodSets, nearlyCases } from "./grammar/index.ts";
import { anyText, nearlyGuidelines } from "./lines.ts";
import {
  caseHolds,
  caseIsDecided,
  editsHold,
  editsOfASetHold,
  editsOfFilesHold,
  goodGuidelineHolds,
  goodSetHolds,
  guidelineHolds,
  manifestHolds,
  paraphraseHolds,
} from "./properties.ts";
import { realFiles } from "./realFiles.ts";

/**
 * One kind of input and what holds of it. `share`: how many of 2,000 inputs are of this kind; `together`: how many of them a
 * slow machine is done with well within the time of a test.
 */
export interface Kind {
  readonly name: string;
  readonly share: number;
  readonly together: number;
  readonly property: fc.IRawProperty<unknown>;
}

function kind<Input>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void,
  together = 20,
): Kind {
  return { name, share, together, property: fc.property(inputs, (input) => holds(input)) };
}

const small = realFiles.cases.filter((text) => text.length < 3_000);
const anyOf = (starts: readonly string[]) => edited(starts).map(last);
const last = (texts: readonly string[]): string => texts.at(-1) ?? "";
const grammarsOwn = goodGuidelines.chain((text) => edited([text]).map(last));
const places = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 3, maxLength: 3 });
const visited = (texts: fc.Arbitrary<string>): fc.Arbitrary<Visited> => fc.tuple(texts, places);

const form = fc.constantFrom<ParaphraseForm>("sentences", "outline");

/** A set of the grammar, and what becomes of it when one of its files is edited. */
const editedSets = goodSets.chain((files) =>
  fc
    .nat({ max: files.length - 1 })
    .chain((at) =>
      edited([files[at]?.text ?? ""]).map((texts) =>
        texts.map((text) => files.map((file, index) => (index === at ? { ...file, text } : file))),
      ),
    ),
);

export const kinds: readonly Kind[] = [
  kind("lines that are nearly a guideline", 490, nearlyGuidelines, guidelineHolds),
  kind("any characters", 200, anyText, guidelineHolds),
  kind("guidelines written by the grammar", 140, goodGuidelines, goodGuidelineHolds, 10),
  kind("guidelines of the grammar said back", 40, fc.tuple(goodGuidelines, form), paraphraseHolds, 5),
  kind(
    "guidelines of the grammar in another layout",
    60,
    goodGuidelines.chain((text) => layouts([text])),
    goodGuidelineHolds,
    10,
  ),
  kind("guidelines of the grammar, changed", 120, grammarsOwn, guidelineHolds),
  kind("good guidelines, changed", 140, anyOf(realFiles.good), guidelineHolds),
  kind("bad guidelines, changed", 120, anyOf(realFiles.bad), guidelineHolds),
  kind("shipped guidelines, changed", 20, anyOf(realFiles.guidelines), guidelineHolds),
  kind("good guidelines in another layout", 80, layouts(realFiles.good), guidelineHolds),
  kind("shipped guidelines in another layout", 20, layouts(realFiles.guidelines), goodGuidelineHoldsAlone),
  kind("edits of good guidelines", 60, edited(realFiles.good), editsHold),
  kind("edits of bad guidelines", 40, edited(realFiles.bad), editsHold),
  kind("edits of shipped guidelines", 15, edited(realFiles.guidelines), editsHold),
  kind("edits of a set", 45, edited(realFiles.good), editsOfASetHold),
  kind("sets of three files", 10, goodSets, goodSetHolds, 5),
  kind("sets of three files, one changed", 10, editedSets, editsOfFilesHold, 5),
  kind("cursors in lines that are nearly a guideline", 100, visited(nearlyGuidelines), editorHolds),
  kind("cursors in good guidelines, changed", 60, visited(anyOf(realFiles.good)), editorHolds),
  kind("cursors in guidelines of the grammar, changed", 20, visited(grammarsOwn), editorHolds),
  kind("cases, changed", 110, anyOf(small), caseHolds),
  kind("cases of every kind of fact", 70, nearlyCases, caseIsDecided),
  kind("manifests, changed", 30, anyOf(realFiles.manifests), manifestHolds),
];

function layouts(starts: readonly string[]): fc.Arbitrary<string> {
  return edited(starts, "idle").map(last);
}

/** A guideline of a set that rests on others cannot be read by itself. */
function goodGuidelineHoldsAlone(text: string): void {
  if (/^\s+(?:use|changes) /m.test(text)) guidelineHolds(text);
  else goodGuidelineHolds(text);
}
