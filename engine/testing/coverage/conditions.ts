import { constant, type Formula, operandsOf } from "../../ir/index.ts";

/**
 * What a criterion asks directly: a test, a named criterion, or the value of a table, at one place in the text. `given`: the
 * criterion in which this one place holds, or fails, whatever the case says.
 */
export interface Condition {
  readonly formula: Formula;
  readonly given: (holds: boolean) => Formula;
}

/** Every condition of a criterion, in the order written. What clauses are made of besides what the author wrote is passed over. */
export function conditionsOf(criterion: Formula): readonly Condition[] {
  return placed(criterion, (by) => by).map(({ formula, put }) => ({
    formula,
    given: (holds) => put(constant(holds, formula.text)),
  }));
}

interface Placed {
  readonly formula: Formula;
  readonly put: (by: Formula) => Formula;
}

function placed(formula: Formula, put: Placed["put"]): readonly Placed[] {
  if (formula.kind === "constant") return [];
  if (
    formula.table !== undefined ||
    formula.kind === "test" ||
    formula.kind === "criterion" ||
    formula.kind === "weighted"
  )
    return [{ formula, put }];
  if (formula.kind === "not") return placed(formula.operand, (operand) => put({ ...formula, operand }));
  return operandsOf(formula).flatMap((operand, at) =>
    placed(operand, (by) => put({ ...formula, operands: formula.operands.with(at, by) })),
  );
}
