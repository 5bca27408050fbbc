import type { Expression, Guideline } from "../../../../dsl/index.ts";
import { criterionInWords } from "../../../../dsl/index.ts";
import type { Edit, Operator } from "../edit.ts";
import type { Place } from "../places.ts";

/** What is not documented is read as "no", as tools of two answers do. */
export const notDocumentedAsNo: Operator = (guideline, places) => taken(guideline, places, false);

/** What is not documented is read as "yes". */
export const notDocumentedAsYes: Operator = (guideline, places) => taken(guideline, places, true);

function taken(guideline: Guideline, places: readonly Place[], as: boolean): readonly Edit[] {
  const operator = `not documented taken as ${as ? "yes" : "no"}`;
  return places.filter(mayBeOpen).map(({ expression, put }) => {
    const { span, text } = expression;
    const always: Expression = { kind: "all", operands: [], span, text };
    const before = criterionInWords(guideline, expression);
    return {
      operator,
      span,
      before,
      after: `${before} (${as ? "also" : "not"} while that is not documented)`,
      apply: () => put(as ? always : { kind: "not", operand: always, span, text }),
      taken: { test: expression, as },
    };
  });
}

/** A test of the case; whether it is documented is always known. */
function mayBeOpen({ expression, list }: Place): boolean {
  if (list !== null) return false;
  if (expression.kind === "list test") return true;
  return (
    expression.kind === "test" && !(expression.test.kind === "documented" && expression.test.as === "not documented")
  );
}
