import { analyse, type Guideline } from "../../../../dsl/index.ts";
import { lower } from "../../../../engine/ir/index.ts";
import type { InformationSets } from "../../../../engine/values/index.ts";
import { decodeCase } from "../../../../engine/values/case/index.ts";
import { reduceCase } from "../../../../engine/values/reduce/index.ts";

/** A guideline that tests the given facts; each line a declaration or a criterion of the service `imaging`. */
export function guidelineOf(declarations: string, criterion: string): Guideline {
  const { value, diagnostics } = analyse({
    name: "test.guideline",
    text: `guideline "Test"\n  source "A test"\n${declarations}\nservice imaging\n  MRI of the neck  CPT 72141\nimaging if ${criterion}\n  cite "page 1"\n`,
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return value;
}

/** The information sets of a case of 14 May 2014 with these facts, as YAML. */
export function reduced(guideline: Guideline, facts: string): InformationSets & { readonly codes: readonly string[] } {
  const text = `schema: precept/case/1
case: A test
dates: { request date: 2014-05-14, service date: 2014-05-31 }
documents:
  report: { title: Progress report, date: 2014-04-09, author: treating physician }
  undated: { title: Letter }
facts:
${facts}
requests:
  - service: MRI of the neck
`;
  const { value: of, diagnostics } = decodeCase({ name: "case.yaml", text });
  const request = of?.requests[0];
  if (of === null || request === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const checked = reduceCase(guideline, lower(guideline), of, request);
  return { ...checked.value, codes: checked.diagnostics.map(({ code }) => code) };
}
