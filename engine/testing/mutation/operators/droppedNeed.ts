import type { Fact, Guideline, List, Need } from "../../../../dsl/index.ts";
import type { Edit, Operator } from "../edit.ts";
import { withNeeds } from "../needs.ts";

/** Weaker evidence is let count: a fact, a list or a field of its entries loses one of its `needs`. */
export const droppedNeed: Operator = (guideline) =>
  withNeeds(guideline).flatMap(({ declared, put }) =>
    declared.needs.map((need, at) => edit(declared, need, () => put(declared.needs.toSpliced(at, 1)))),
  );

function edit({ name, span }: Fact | List, need: Need, apply: () => Guideline): Edit {
  const said = need.kind === "attestation" ? `reviewer attests “${need.statement}”` : `needs ${need.text}`;
  return { operator: "dropped evidence requirement", span, before: `${name}: ${said}`, after: name, apply };
}
