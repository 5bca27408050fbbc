import { closures } from "../../../engine/evaluate/index.ts";
import { javascript } from "../../../engine/evaluate/javascript/index.ts";
import type { BenchAnswer, Implementation } from "./implementation.ts";
import { benchProgram, criterionOf, knownOf } from "./program.ts";
import type { BenchRule } from "./rules.ts";

/** A case is packed from the plain object, and all rules are answered at once. */
export function generatedJavaScript(rules: readonly BenchRule[]): Implementation {
  const { value: guideline } = javascript.compile(benchProgram(rules));
  if (guideline === null) throw new Error("The rules fit into the budget");
  const answers = new Uint8Array(guideline.size);
  return {
    answerAll(values) {
      const refused = guideline.answerCase(values, answers);
      if (refused !== null) throw new Error(`The case is refused for ${refused}`);
      return answers;
    },
    read: (answer) => said[Number(answer)] ?? null,
  };
}

/** Bit 0: can be met. Bit 1: can fail. */
const said: readonly BenchAnswer[] = [null, true, false, null];

/** A case becomes information sets, and rule after rule is asked about. */
export function compiledClosures(rules: readonly BenchRule[]): Implementation {
  const { value: guideline } = closures.compile(benchProgram(rules));
  if (guideline === null) throw new Error("The rules fit into the budget");
  const criteria = rules.map((_, rule) => criterionOf(rule));
  const answers: string[] = rules.map(() => "");
  return {
    answerAll(values) {
      const known = knownOf(values);
      for (let rule = 0; rule < criteria.length; rule += 1)
        answers[rule] = guideline.answer(criteria[rule] ?? "", known);
      return answers;
    },
    read: (answer) => (answer === "not documented" ? null : answer === "met"),
  };
}
