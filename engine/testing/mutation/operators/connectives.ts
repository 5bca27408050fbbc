import type { Expression } from "../../../../dsl/index.ts";
import { atPlaces, type Variant } from "../edit.ts";

export const orForAnd = atPlaces("OR for AND", ({ expression }) => joinedBy("any", expression, "all"));

export const andForOr = atPlaces("AND for OR", ({ expression }) => joinedBy("all", expression, "any"));

function joinedBy(kind: "all" | "any", expression: Expression, instead: "all" | "any"): readonly Variant[] {
  if (expression.kind !== instead || expression.operands.length < 2) return [];
  return [{ by: { ...expression, kind } }];
}
