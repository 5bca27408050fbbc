import type { Guideline } from "../../dsl/index.ts";
import { agreedOutcome, interpret, type Verdict } from "../evaluate/index.ts";
import type { Formula, GuidelineProgram } from "../ir/index.ts";
import type { Case, InformationSets, Outcome } from "../values/index.ts";
import { reduceCase } from "../values/reduce/index.ts";

/** What the interpreter answers for a case, and what the case leaves of each quantity. */
export interface Replay {
  readonly information: InformationSets;
  /** `criterion`: the key of a definition, or any formula of the program. */
  readonly answer: (criterion: Formula | string) => Verdict;
  /** Of a service of the guideline, by its key. */
  readonly outcome: (service: string) => Outcome | "contradictory";
}

/** A case held against one guideline by the interpreter, the definition of what is right. */
export function replay(guideline: Guideline, program: GuidelineProgram, of: Case): Replay {
  const [request] = of.requests;
  if (request === undefined) throw new Error("A case asks for at least one service");
  const { value: information } = reduceCase(guideline, program, of, request);
  const answers = interpret(program);
  return {
    information,
    answer: (criterion) => answers.answer(criterion, information),
    outcome: (service) => agreedOutcome(answers.outcomes(service, information)),
  };
}
