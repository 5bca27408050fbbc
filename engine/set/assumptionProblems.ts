import type { Diagnostic } from "../../dsl/index.ts";
import type { CompiledGuideline } from "../evaluate/index.ts";
import type { Formula } from "../ir/index.ts";

/** Assumptions that no case satisfies together: every case would be refused by the guideline. */
export function assumptionProblems(compiled: CompiledGuideline): readonly Diagnostic[] {
  const [first, ...others] = compiled.contradicted({ quantities: new Map() });
  return first === undefined ? [] : [neverSatisfied(compiled, first, others)];
}

function neverSatisfied(
  { program: { title, file } }: CompiledGuideline,
  first: Formula,
  others: readonly Formula[],
): Diagnostic {
  const all = [first, ...others].map(({ text }) => `\`${text}\``).join(", ");
  return {
    code: "E0902",
    severity: "error",
    message: `No case satisfies what \`${title}\` assumes: ${all}.`,
    file,
    span: first.span,
    labels: others.map(({ span }) => ({ span, text: "and this at the same time" })),
    hint: "Every case would be refused. Take one of them out, or say less in it.",
    fixes: [],
  };
}
