import { type Diagnostic, nameKey, type Span } from "../../dsl/index.ts";
import { everyTest, type Formula } from "../ir/index.ts";
import type { Case, RequestedService } from "../values/index.ts";
import { factOf, type Scene } from "./scene.ts";

/** What is said of a case that satisfies not all assumptions of its guideline: at the first fact they speak of. */
export function contradiction(
  seen: Scene,
  of: Case,
  request: RequestedService,
  contradicts: readonly Formula[],
): Diagnostic {
  const assumptions = contradicts.map(({ text }) => `\`${text}\``);
  return {
    code: "E0640",
    severity: "error",
    message: `The case contradicts what \`${seen.guideline.title}\` assumes: ${assumptions.join(", ")}.`,
    file: of.id,
    span: placeOf(seen, of, contradicts) ?? request.place ?? { start: 0, end: 0 },
    labels: [],
    hint: "Correct the facts of the case, or the assumption of the guideline.",
    fixes: [],
  };
}

function placeOf(seen: Scene, of: Case, contradicts: readonly Formula[]): Span | undefined {
  const tested = new Set(everyTest(contradicts).map(({ quantity }) => factOf(seen, quantity)?.key));
  return of.facts.find(({ fact }) => tested.has(nameKey(fact)))?.place;
}
