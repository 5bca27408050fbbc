import type { Checked } from "../../dsl/index.ts";
import { type Bitmap, ColumnAnswers, hasRow } from "../../engine/evaluate/columns/index.ts";
import {
  closures,
  type Evaluator,
  interpreter,
  type Known,
  type Verdict,
  verdictOf,
} from "../../engine/evaluate/index.ts";
import { type Formula, type GuidelineProgram, type SettledOutcome, settledOutcomes } from "../../engine/ir/index.ts";
import { GuidelineRails } from "../../engine/logic/index.ts";
import { columnsOf } from "./cohort.ts";

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
      const answers = compiled(name, evaluator.compile(program));
      return {
        answers: (criterion, cases) => cases.map((known) => answers.answer(criterion, known)),
        outcomes: (service, cases) => cases.map((known) => answers.outcomes(service, known)),
      };
    },
  };
}

function compiled<Value>(name: string, { value, diagnostics }: Checked<Value | null>): Value {
  const [problem] = diagnostics;
  if (value === null || problem !== undefined) throw new Error(`${name}: ${problem?.message ?? "too large"}`);
  return value;
}

/** The definition of what is right, to which all others are held. */
export const reference: Contender = oneByOne("interpreter", interpreter);

/** All cases together, in the columns of a cohort. */
const columns: Contender = {
  name: "columns",
  compile(program) {
    const rails = new GuidelineRails(compiled("columns", closures.compile(program)).diagrams);
    const over = (cases: readonly Known[]) => new ColumnAnswers(rails, columnsOf(program, cases));
    return {
      answers(criterion, cases) {
        const [rows] = over(cases).answers([criterion]);
        return cases.map((_, row) => verdictOf(isOn(rows?.canMeet, row), isOn(rows?.canFail, row)));
      },
      outcomes(service, cases) {
        const found = over(cases).outcomes(service);
        return cases.map((_, row) => settledOutcomes.filter((outcome) => isOn(found.get(outcome), row)));
      },
    };
  },
};

function isOn(rows: Bitmap | undefined, row: number): boolean {
  return rows !== undefined && hasRow(rows, row);
}

/** Every fast path there is. */
export const contenders: readonly Contender[] = [oneByOne("closures", closures), columns];
