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
import { type CaseValues, javascript } from "../../engine/evaluate/javascript/index.ts";
import { type Formula, type GuidelineProgram, type SettledOutcome, settledOutcomes } from "../../engine/ir/index.ts";
import { GuidelineRails } from "../../engine/logic/index.ts";
import { isEmpty, isSubset, onlyValue } from "../../engine/values/index.ts";
import { columnsOf } from "./cohort.ts";

/** One way of evaluating a guideline, asked about many cases at once. */
export interface Contender {
  readonly name: string;
  readonly compile: (program: GuidelineProgram) => Compiled;
}

export interface Compiled {
  /** For each case, the answers to each criterion: the key of a definition, or any formula of the program. */
  answers(criteria: readonly (Formula | string)[], cases: readonly Known[]): readonly (readonly Verdict[])[];
  outcomes(service: string, cases: readonly Known[]): readonly (readonly SettledOutcome[])[];
}

/** Case by case. */
function oneByOne(name: string, evaluator: Evaluator): Contender {
  return {
    name,
    compile(program) {
      const answers = compiled(name, evaluator.compile(program));
      return {
        answers: (criteria, cases) => cases.map((known) => criteria.map((each) => answers.answer(each, known))),
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

/** Generated code that is given a case as a plain object: a number where one value is possible, nothing where all are. */
const fromObjects: Contender = {
  name: "JavaScript from plain objects",
  compile(program) {
    const generated = compiled("JavaScript", javascript.compile(program));
    const bytesOf = (known: Known): Uint8Array => {
      const bytes = new Uint8Array(generated.size);
      const refused = generated.answerCase(valuesIn(program, known), bytes);
      if (refused !== null && !isEmptyIn(known, refused)) throw new Error(`${refused} was refused`);
      return bytes;
    };
    return {
      answers(criteria, cases) {
        const places = criteria.map((criterion) => generated.criteria.findIndex((key) => key === criterion));
        return cases.map((known) => {
          const bytes = bytesOf(known);
          return places.map((place) => {
            const byte = bytes[place] ?? 0;
            return verdictOf(byte % 2 === 1, byte >= 2);
          });
        });
      },
      outcomes(service, cases) {
        const place = generated.criteria.length + generated.services.indexOf(service);
        return cases.map((known) => {
          const byte = bytesOf(known)[place] ?? 0;
          return settledOutcomes.filter((_, bit) => ((byte >> bit) & 1) === 1);
        });
      },
    };
  },
};

function valuesIn({ quantities }: GuidelineProgram, known: Known): CaseValues {
  return Object.fromEntries(
    quantities.map(({ id, domain }) => {
      const values = known.quantities.get(id)?.values ?? domain;
      return [id, isSubset(domain, values) ? undefined : (onlyValue(values) ?? values)];
    }),
  );
}

const isEmptyIn = (known: Known, quantity: string): boolean => isEmpty(known.quantities.get(quantity)?.values ?? []);

/** All cases together, in the columns of a cohort. */
const columns: Contender = {
  name: "columns",
  compile(program) {
    const rails = new GuidelineRails(compiled("columns", closures.compile(program)).diagrams);
    const over = (cases: readonly Known[]) => new ColumnAnswers(rails, columnsOf(program, cases));
    return {
      answers(criteria, cases) {
        const found = over(cases).answers(criteria);
        return cases.map((_, row) =>
          found.map(({ canMeet, canFail }) => verdictOf(hasRow(canMeet, row), hasRow(canFail, row))),
        );
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
export const contenders: readonly Contender[] = [
  oneByOne("closures", closures),
  oneByOne("JavaScript", javascript),
  fromObjects,
  columns,
];
