import { nameKey } from "../../dsl/index.ts";
import type { Answer } from "../values/index.ts";
import { onlyValue } from "../values/index.ts";
import type { Scene } from "./scene.ts";

/** The answer to a criterion or yes-or-no fact by its name; `null` when the guideline has none of that name to answer. */
export function namedAnswer(of: Scene, name: string): Answer | null {
  const key = nameKey(name);
  if (of.definitions.has(key)) return asAnswer(of.compiled.answer(key, of.information));
  return of.facts.get(key)?.type.kind === "yes or no" ? factAnswer(of, key) : null;
}

/** A fact that no criterion tests has no information set: what is documented of it is its statements alone. */
function factAnswer(of: Scene, key: string): Answer {
  const value = onlyValue(of.information.quantities.get(key)?.values ?? []);
  if (value === null) return "not documented";
  return value === 1 ? "met" : "not met";
}

function asAnswer(verdict: Answer | "contradictory"): Answer {
  return verdict === "contradictory" ? "not documented" : verdict;
}
