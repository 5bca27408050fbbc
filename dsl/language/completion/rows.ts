import type { FactType, Named } from "../../semantics/index.ts";
import { readDecimal } from "../../semantics/index.ts";
import type { Completion } from "./completion.ts";
import { helped } from "./margin.ts";
import { number, timeUnits, unit, unitWords } from "./places.ts";
import { comingNext, either, oneOf, said, type Step } from "./steps.ts";
import { wordsText } from "../../semantics/index.ts";
import type { Typing } from "./typing.ts";

/** `usually appropriate if`, `24 months otherwise`: what a row gives, and when. */
export function rowCompletions(typing: Typing, table: Named | undefined): readonly Completion[] {
  const value = table?.kind === "table" ? valueOf(table.form, table.type) : points;
  const isScore = table?.kind === "table" && table.form === "score";
  const ends = [
    [said("if", helped("if").detail)],
    ...(isScore ? [] : [[said("otherwise", helped("otherwise").detail)]]),
  ];
  return comingNext([value, either(...ends)], typing);
}

function valueOf(form: string, type: FactType): Step {
  if (form === "score") return points;
  if (form === "schedule") return either([number, unit(timeUnits)]);
  switch (type.kind) {
    case "one of":
      return oneOf(type.options.map(value));
    case "scale":
      return oneOf(type.grades.map(value));
    case "yes or no":
      return oneOf(["yes", "no"].map(value));
    case "number":
      return either([number, unit(unitWords(type.unit))]);
    default:
      return points;
  }
}

const value = (label: string) => ({ label, kind: "value" }) as const;

/** Points may be negative. */
const points: Step = {
  kind: "place",
  takes: (words) => words.length === 1 && readDecimal(wordsText(words).replace(/^[-+]/, "")) !== null,
  offers: () => [],
};
