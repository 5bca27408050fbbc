import type { Checked } from "../../dsl/index.ts";
import type { Formula, GuidelineProgram, SettledOutcome } from "../ir/index.ts";
import type { Answer, InformationSets, Outcome } from "../values/index.ts";

/** The part of a reduced case that decides: by quantity id, total over the program's quantities. */
export type Known = Pick<InformationSets, "quantities">;

/** `contradictory`: the case contradicts the assumptions of the guideline; no completion is left to ask about. */
export type Verdict = Answer | "contradictory";

/** What every way of evaluating a guideline answers. All of them agree with the interpreter. */
export interface Answers {
  readonly program: GuidelineProgram;
  /** `criterion`: the key of a definition, or any formula over quantities of the program. */
  answer(criterion: Formula | string, known: Known): Verdict;
  /**
   * The outcomes that completions of the case give for a service of the program, in the order not addressed, excluded,
   * criteria met, criteria not met. None: the case is contradictory.
   */
  outcomes(service: string, known: Known): readonly SettledOutcome[];
  /** A smallest-by-dropping set of assumptions that the case contradicts together; none when it has a completion. */
  contradicted(known: Known): readonly Formula[];
}

/** One way of evaluating. `null` when the guideline is too large for it; the diagnostics (E0901) name the criteria. */
export interface Evaluator {
  compile(program: GuidelineProgram): Checked<Answers | null>;
}

/** Supervaluation: the outcome all completions agree on, else `information needed`. */
export function agreedOutcome(possible: readonly SettledOutcome[]): Outcome | "contradictory" {
  const [first, ...others] = possible;
  if (first === undefined) return "contradictory";
  return others.length === 0 ? first : "information needed";
}

/** The table of semantics: what may come out decides the answer. */
export function verdictOf(canMeet: boolean, canFail: boolean): Verdict {
  if (canMeet) return canFail ? "not documented" : "met";
  return canFail ? "not met" : "contradictory";
}
