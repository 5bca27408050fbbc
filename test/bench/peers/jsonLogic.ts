import { askedBy, type Sure } from "./sure.ts";

/** A condition in JSON Logic; a fact that is not documented is null there. */
export function jsonLogic(sure: Sure): object {
  switch (sure.kind) {
    case "test": {
      const field = { var: sure.fact };
      const { documented, joined, comparisons } = askedBy(sure);
      const conditions: object[] = comparisons.map(({ operator, value }) => ({ [strict(operator)]: [field, value] }));
      if (documented) return { and: [{ "!==": [field, null] }, ...conditions] };
      return conditions.length === 1 ? (conditions[0] ?? {}) : { [joined === "any" ? "or" : "and"]: conditions };
    }
    case "all":
      return { and: sure.operands.map(jsonLogic) };
    case "any":
      return { or: sure.operands.map(jsonLogic) };
    case "at least":
      return { ">=": [{ "+": sure.operands.map((operand) => ({ if: [jsonLogic(operand), 1, 0] })) }, sure.count] };
  }
}

function strict(operator: string): string {
  return operator === "==" || operator === "!=" ? `${operator}=` : operator;
}
