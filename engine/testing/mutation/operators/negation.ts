import type { Expression } from "../../../../dsl/index.ts";
import { atPlaces } from "../edit.ts";

/** A test is denied, or is no longer denied. */
export const negation = atPlaces("negation", ({ expression }) => {
  if (expression.kind === "not") return [{ by: expression.operand }];
  if (!tests.has(expression.kind)) return [];
  const { span, text } = expression;
  return [{ by: { kind: "not", operand: expression, span, text } }];
});

const tests: ReadonlySet<Expression["kind"]> = new Set([
  "test",
  "criterion",
  "list test",
  "table test",
  "interval test",
]);
