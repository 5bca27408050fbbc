import type { Fact, Guideline } from "../../dsl/index.ts";
import type { GuidelineProgram, Quantity } from "../ir/index.ts";
import { type Assignment, quantitiesOf } from "../logic/index.ts";
import { once } from "../values/index.ts";
import { listed, valuesInWords } from "../words/index.ts";

/** Every fact that a quantity may be of: those of the case, and what lists, comparisons and calculations are reduced to. */
const factsOf = once(
  ({ reductions, comparisons, calculations }: GuidelineProgram): ReadonlyMap<string, Fact> =>
    new Map([...reductions, ...comparisons, ...calculations].map(({ fact }) => [fact.key, fact])),
);

export function quantityName(
  guideline: Guideline,
  program: GuidelineProgram,
  { fact, part, anchor }: Quantity,
): string {
  const name = guideline.facts.find(({ key }) => key === fact)?.name ?? factsOf(program).get(fact)?.name ?? fact;
  if (part === "value" || part === "response" || part === "documentation" || part === "undocumented") return name;
  return `${name} (${anchor === undefined ? part : part.replace("anchor", anchor)})`;
}

/** `angina: III or IV; age: at least 65 years` */
export function assignmentInWords(guideline: Guideline, program: GuidelineProgram, assignment: Assignment): string {
  const quantities = quantitiesOf(program);
  const said = [...assignment].flatMap(([id, values]) => {
    const quantity = quantities.get(id);
    return quantity === undefined
      ? []
      : [`${quantityName(guideline, program, quantity)}: ${valuesInWords(values, quantity)}`];
  });
  return listed(said, "and");
}
