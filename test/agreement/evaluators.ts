import {
  type Answers,
  closures,
  type Evaluator,
  interpreter,
  type Known,
  type Verdict,
} from "../../engine/evaluate/index.ts";
import type { Formula, GuidelineProgram, SettledOutcome } from "../../engine/ir/index.ts";

/** One way of evaluating a guideline, asked about many cases at once. */
export interface Contender {
  readonly name: string;
  readonly compile: (program: GuidelineProgram) => Compiled;
}

export interface Compiled {
  /** By key of a definition, or for any formula of the program; one answer a case. */
  answers(criterion: Formula | string, cases: readonly Known[]): readonly Verdict[];
  outcomes(service: string, cases: readonly Known[]): readonly (readonly SettledOutcome[])[];
}

/** Case by case. */
function oneByOne(name: string, evaluator: Evaluator): Contender {
  return {
    name,
    compile(program) {
      const answers = withinBudget(name, evaluator, program);
      return {
        answers: (criterion, cases) => cases.map((known) => answers.answer(criterion, known)),
        outcomes: (service, cases) => cases.map((known) => answers.outcomes(service, known)),
      };
    },
  };
}

function withinBudget(name: string, evaluator: Evaluator, program: GuidelineProgram): Answers {
  const { value, diagnostics } = evaluator.compile(program);
  const [problem] = diagnostics;
  if (value === null || problem !== undefined) throw new Error(`${name}: ${problem?.message ?? "too large"}`);
  return value;
}

/** The definition of what is right, to which all others are held. */
export const reference: Contender = oneByOne("interpreter", interpreter);

/** Every fast path there is. */
export const contenders: readonly Contender[] = [oneByOne("closures", closures)];
