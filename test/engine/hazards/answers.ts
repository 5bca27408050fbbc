import { interpret, type Verdict } from "../../../engine/evaluate/index.ts";
import { reduceCase } from "../../../engine/values/reduce/index.ts";
import { caseOf, guidelineInSet } from "../determine/determined.ts";

/** What the definitions named answer to the facts of a case: its lines, as they stand below `facts:`. */
export function answersTo(declarations: string, names: readonly string[]): (facts: string) => readonly Verdict[] {
  const asked = names.map((name) => `imaging if ${name}`).join("\n");
  const { guideline, compiled } = guidelineInSet(
    `guideline "Asked"\n  source "S", page 1\n\n${declarations}\nservice imaging\n  MRI    CPT 72141\n\n${asked}\n`,
  );
  const { program } = compiled;
  const meaning = interpret(program);
  return (facts) => {
    const lines = facts.split("\n").map((line) => `  ${line}`);
    const of = caseOf(
      `schema: precept/case/1\ncase: C\ndates: { request date: 2024-06-30, service date: 2024-06-30 }\nfacts:\n${lines.join("\n")}\nrequests:\n  - service: imaging\n`,
    );
    const [request] = of.requests;
    if (request === undefined) throw new Error("A case without a request");
    const { value } = reduceCase(guideline, program, of, request);
    return names.map((name) => meaning.answer(name, value));
  };
}
