import type { Expression, Guideline, List, ListTest } from "../../dsl/index.ts";

/** The entries that count, as a reader names them: `test at rest`, `treatment where it failed and it lasted at least 6 weeks`. */
export function entriesInWords(guideline: Guideline, list: List, where: ListTest["where"]): string {
  return named(guideline, list, where, inProse);
}

/** The same for machines: equal only where the same is asked of an entry. */
export function entriesKey(guideline: Guideline, list: List, where: ListTest["where"]): string {
  return named(guideline, list, where, exactly);
}

/** A subset is named first, and what is asked besides follows. */
function named(
  { subsets }: Guideline,
  list: List,
  where: ListTest["where"],
  say: (expression: Expression) => string,
): string {
  if (where === null) return list.name;
  const parts = where.kind === "all" ? where.operands : [where];
  const [first, ...others] = parts;
  const subset = first?.kind === "criterion" ? subsets.find(({ key }) => key === first.definition)?.name : undefined;
  if (subset === undefined) return `${list.name} where ${say(where)}`;
  const [only, more] = others;
  if (only === undefined) return subset;
  return `${subset} where ${say(more === undefined ? only : { ...where, kind: "all", operands: others })}`;
}

function inProse(expression: Expression): string {
  switch (expression.kind) {
    case "all":
      return joined(expression.operands.map(bracketed), "and");
    case "any":
      return joined(expression.operands.map(bracketed), "or");
    case "not":
      return `it is not so that ${inProse(expression.operand)}`;
    default:
      return expression.text;
  }
}

/** A group within a group stands in brackets. */
function bracketed(expression: Expression): string {
  const group = expression.kind === "all" || expression.kind === "any";
  return group && expression.operands.length > 1 ? `(${inProse(expression)})` : inProse(expression);
}

function joined(items: readonly string[], word: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

function exactly(expression: Expression): string {
  switch (expression.kind) {
    case "not":
      return `NOT (${exactly(expression.operand)})`;
    case "all":
    case "any":
    case "none":
      return `${expression.kind} (${expression.operands.map(exactly).join("; ")})`;
    case "at least":
    case "exactly":
      return `${expression.kind} ${expression.count} (${expression.operands.map(exactly).join("; ")})`;
    case "qualified":
      return `(${[expression.criterion, ...expression.waivers].map(exactly).join(" OR ")}) BUT NOT (${expression.exceptions.map(exactly).join("; ")})`;
    default:
      return expression.text;
  }
}
