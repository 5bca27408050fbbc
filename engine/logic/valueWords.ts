import {
  codesInWords,
  type FactType,
  HIGHEST,
  LOWEST,
  NONE,
  type Range,
  sitesInWords,
  trialResponses,
} from "../../dsl/index.ts";
import type { Quantity } from "../ir/index.ts";
import { holds, type ValueSet } from "../values/index.ts";

/**
 * The values of a set in words that do not depend on where the author listed an option or grade: labels in alphabetical
 * order, codes as they would be listed, or ranges `5..14`, `..4`, `15..`, `7` in scaled values.
 */
export function valueWords(quantity: Quantity, values: ValueSet): readonly string[] {
  const { part, type } = quantity;
  if (part === "value" && type.kind === "code")
    return [...(holds(values, NONE) ? ["none"] : []), ...codesInWords(type.system, values)];
  if (part === "value" && type.kind === "body site")
    return [...(holds(values, NONE) ? ["none"] : []), ...sitesInWords(type.regions, values).toSorted()];
  const labels = labelsOf(quantity);
  if (labels === null) return values.map(rangeWord);
  const held = labels.filter((_, value) => holds(values, value));
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
    default:
      return null;
  }
}

function rangeWord({ low, high }: Range): string {
  if (low === high) return low === NONE ? "none" : String(low);
  return `${low === LOWEST ? "" : low}..${high === HIGHEST ? "" : high}`;
}
