import { type FactType, HIGHEST, LOWEST, NONE, type Range, trialResponses } from "../../dsl/index.ts";
import type { Quantity } from "../ir/index.ts";
import { holds, type ValueSet } from "../values/index.ts";

const anyOtherCode = "any other";

/**
 * The values of a set in words that do not depend on where the author listed an option or grade: labels in alphabetical
 * order, or ranges `5..14`, `..4`, `15..`, `7` in scaled values. Codes that fare like any unmentioned code are not listed.
 */
export function valueWords(quantity: Quantity, values: ValueSet): readonly string[] {
  const labels = labelsOf(quantity);
  if (labels === null) return values.map(rangeWord);
  const held = labels.filter((_, value) => holds(values, value));
  if (held.includes(anyOtherCode)) return [anyOtherCode];
  return [...(holds(values, NONE) ? ["none"] : []), ...held].toSorted();
}

function labelsOf({ part, type }: Quantity): readonly string[] | null {
  switch (part) {
    case "documentation":
      return ["present", "absent", "nothing"];
    case "undocumented":
      return ["no", "yes"];
    case "response":
      return trialResponses;
    case "value":
      return valueLabels(type);
    default:
      return null;
  }
}

function valueLabels(type: FactType): readonly string[] | null {
  switch (type.kind) {
    case "yes or no":
      return ["no", "yes"];
    case "one of":
      return type.options;
    case "scale":
      return type.grades;
    case "code":
      return [...type.mentioned, anyOtherCode];
    default:
      return null;
  }
}

function rangeWord({ low, high }: Range): string {
  if (low === high) return low === NONE ? "none" : String(low);
  return `${low === LOWEST ? "" : low}..${high === HIGHEST ? "" : high}`;
}
