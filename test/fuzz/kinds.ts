import * as fc from "fast-check";
import { edited } from "./edits.ts";
import { goodGuidelines } from "./grammar.ts";
import { anyText, nearlyGuidelines } from "./lines.ts";
import { caseHolds, editsHold, editsOfASetHold, goodGuidelineHolds, guidelineHolds } from "./properties.ts";
import { realFiles } from "./realFiles.ts";

/** One kind of input and what holds of it. `share`: how many of 2,000 inputs are of this kind. */
export interface Kind {
  readonly name: string;
  readonly share: number;
  readonly property: fc.IRawProperty<unknown>;
}

function kind<Input>(name: string, share: number, inputs: fc.Arbitrary<Input>, holds: (input: Input) => void): Kind {
  return { name, share, property: fc.property(inputs, (input) => holds(input)) };
}

const small = realFiles.cases.filter((text) => text.length < 3_000);
const anyOf = (starts: readonly string[]) => edited(starts).map((texts) => texts.at(-1) ?? "");

export const kinds: readonly Kind[] = [
  kind("lines that are nearly a guideline", 600, nearlyGuidelines, guidelineHolds),
  kind("any characters", 300, anyText, guidelineHolds),
  kind("guidelines written by the grammar", 250, goodGuidelines, goodGuidelineHolds),
  kind("good guidelines, changed", 200, anyOf(realFiles.good), guidelineHolds),
  kind("bad guidelines, changed", 150, anyOf(realFiles.bad), guidelineHolds),
  kind("shipped guidelines, changed", 20, anyOf(realFiles.guidelines), guidelineHolds),
  kind("good guidelines in another layout", 100, layouts(realFiles.good), guidelineHolds),
  kind("shipped guidelines in another layout", 20, layouts(realFiles.guidelines), goodGuidelineHoldsAlone),
  kind("edits of good guidelines", 60, edited(realFiles.good), editsHold),
  kind("edits of bad guidelines", 40, edited(realFiles.bad), editsHold),
  kind("edits of shipped guidelines", 15, edited(realFiles.guidelines), editsHold),
  kind("edits of a set", 45, edited(realFiles.good), editsOfASetHold),
  kind("cases, changed", 200, anyOf(small.length > 0 ? small : realFiles.cases), caseHolds),
];

function layouts(starts: readonly string[]): fc.Arbitrary<string> {
  return edited(starts, "idle").map((texts) => texts.at(-1) ?? "");
}

/** A guideline of a set that rests on others cannot be read by itself. */
function goodGuidelineHoldsAlone(text: string): void {
  if (/^\s+(?:use|changes) /m.test(text)) guidelineHolds(text);
  else goodGuidelineHolds(text);
}
