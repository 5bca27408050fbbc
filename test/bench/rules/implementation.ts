import { interpreter } from "../../../engine/evaluate/index.ts";
import { type BenchCase, benchCases } from "./facts.ts";
import { benchProgram, criterionOf, knownOf } from "./program.ts";
import type { BenchRule } from "./rules.ts";

/** Met, not met, or not documented (`null`). */
export type BenchAnswer = boolean | null;

/** One way to answer all rules about a case, ready to be asked. */
export interface Implementation {
  /** In the order of the rules, in a form of its own; the next call may overwrite it. */
  readonly answerAll: (values: BenchCase) => ArrayLike<unknown> | Promise<ArrayLike<unknown>>;
  /** What one of its answers says; absent where they are `BenchAnswer`s. */
  readonly read?: (answer: unknown) => BenchAnswer;
}

/** A function a rule. */
export function oneByOne(functions: readonly ((values: BenchCase) => BenchAnswer)[]): Implementation {
  const answers: BenchAnswer[] = functions.map(() => null);
  return {
    answerAll(values) {
      for (let rule = 0; rule < functions.length; rule += 1) answers[rule] = functions[rule]?.(values) ?? null;
      return answers;
    },
  };
}

const meanings = { met: true, "not met": false, "not documented": null } as const;

/** Holds answers against those of the interpreter. */
export class AnswerCheck {
  readonly cases: readonly BenchCase[];
  readonly #expected: readonly (readonly BenchAnswer[])[];

  constructor(rules: readonly BenchRule[], cases = benchCases(1000)) {
    const { value: answers } = interpreter.compile(benchProgram(rules));
    if (answers === null) throw new Error("The interpreter takes every guideline");
    this.cases = cases;
    this.#expected = cases.map((values) => {
      const known = knownOf(values);
      return rules.map((_, rule) => {
        const verdict = answers.answer(criterionOf(rule), known);
        if (verdict === "contradictory") throw new Error("No case of the bench is contradictory");
        return meanings[verdict];
      });
    });
  }

  /** Throws where an answer to one of the first cases is wrong. `count`: fewer for what would take minutes. */
  async check(name: string, { answerAll, read }: Implementation, count = this.cases.length): Promise<void> {
    for (const [at, values] of this.cases.slice(0, count).entries()) {
      const given = Array.from(await answerAll(values));
      const expected = this.#expected[at] ?? [];
      const wrong = expected.findIndex((answer, rule) => (read ? read(given[rule]) : given[rule]) !== answer);
      if (wrong >= 0) throw new Error(`${name} answers rule ${wrong} of case ${at} wrongly: ${String(given[wrong])}`);
    }
  }
}
