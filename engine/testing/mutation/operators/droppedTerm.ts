import { atPlaces } from "../edit.ts";

/** One of several terms is forgotten. Of `3 of 3` none can be. */
export const droppedTerm = atPlaces("dropped term", ({ expression }) => {
  if (!("operands" in expression) || expression.operands.length < 2) return [];
  if ("count" in expression && expression.count >= expression.operands.length) return [];
  return expression.operands.map((operand, at) => ({
    by: { ...expression, operands: expression.operands.toSpliced(at, 1) },
    span: operand.span,
  }));
});
