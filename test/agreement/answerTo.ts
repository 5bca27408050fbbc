import { interpret, type Verdict } from "../../engine/evaluate/index.ts";
import { knownOf, read } from "./agreement.ts";

/** What the definition `asked` of some declarations answers to a case that says these lines. */
export function answerTo(declarations: string, stated: string): Verdict {
  const guideline = read(
    `guideline "Asked"\n  source "S", page 1\n\n${declarations}\nservice imaging\n  MRI    CPT 72141\n\nimaging if asked\n`,
  );
  const question = { name: "it", declared: [], place: "facts", knowledge: [] } as const;
  const known = knownOf(guideline, [{ question, said: [{ stated, possible: [] }] }]);
  return interpret(guideline.program).answer("asked", known);
}
