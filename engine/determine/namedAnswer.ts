import { nameKey } from "../../dsl/index.ts";
import type { Answer, WeighedStatement } from "../values/index.ts";
import { onlyValue } from "../values/index.ts";
import { evidenceFor, type Scene } from "./scene.ts";

/** What is seen of a fact that is not a yes-or-no question: only whether the record answers it. */
export type NamedAnswer = Answer | "documented";

/** The answer to a criterion or fact by its name; `null` when the guideline declares none of that name. */
export function namedAnswer(of: Scene, name: string): NamedAnswer | null {
  const key = nameKey(name);
  if (of.definitions.has(key)) return asAnswer(of.compiled.answer(key, of.information));
  const fact = of.facts.get(key);
  if (fact === undefined) return null;
  return fact.type.kind === "yes or no" ? yesOrNo(of, key) : documented(of, key);
}

function yesOrNo(of: Scene, key: string): Answer {
  const tested = of.information.quantities.get(key);
  if (tested === undefined) return untested(evidenceFor(of, key).admitted);
  const value = onlyValue(tested.values);
  if (value === null) return "not documented";
  return value === 1 ? "met" : "not met";
}

/** A fact that no criterion tests is what its statements agree on. */
function untested(admitted: readonly WeighedStatement[]): Answer {
  const said = new Set(admitted.map(({ text }) => text.toLowerCase()));
  if (said.size !== 1) return "not documented";
  return said.has("yes") ? "met" : "not met";
}

function documented(of: Scene, key: string): NamedAnswer {
  return evidenceFor(of, key).reason === null ? "documented" : "not documented";
}

function asAnswer(verdict: Answer | "contradictory"): Answer {
  return verdict === "contradictory" ? "not documented" : verdict;
}
