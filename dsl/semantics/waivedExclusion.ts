import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Clause, Criterion, Declaration } from "../syntax/index.ts";

/**
 * `waived if` below what rules a service out, as in `MRI excluded if pacemaker` or a bullet of `none of`: to one reader it lifts what
 * is ruled out, while by itself it is one more reason for it. What stands below NOT or `none of` is turned round once more.
 */
export function waivedExclusions(declaration: Declaration, text: string): readonly Problem[] {
  if (!("body" in declaration)) return [];
  const rulesOut =
    (declaration.kind === "recommendation" &&
      (declaration.relation === "excluded if" || declaration.relation === "is not covered")) ||
    (declaration.kind === "assumption" && declaration.holds === "never");
  const own = "criterion" in declaration ? inCriterion(declaration.criterion, rulesOut) : [];
  const rows = declaration.body.flatMap((clause) => inClause(clause, rulesOut));
  return [...own, ...rows].map((clause) => readTwice(clause, text));
}

function inClause(clause: Clause, rulesOut: boolean): readonly Clause[] {
  const turned = clause.kind === "but not if" || clause.kind === "when" ? !rulesOut : rulesOut;
  const own = "criterion" in clause && clause.criterion !== null ? inCriterion(clause.criterion, turned) : [];
  const below = "body" in clause ? clause.body.flatMap((each) => inClause(each, rulesOut)) : [];
  return [...(clause.kind === "waived if" && rulesOut ? [clause] : []), ...own, ...below];
}

function inCriterion(criterion: Criterion, rulesOut: boolean): readonly Clause[] {
  switch (criterion.kind) {
    case "phrase":
    case "faulty":
      return [];
    case "selection":
      return inCriterion(criterion.where, rulesOut);
    case "not":
      return inCriterion(criterion.operand, !rulesOut);
    case "brackets":
      return inCriterion(criterion.inner, rulesOut);
    case "group": {
      const inside = criterion.quantifier.kind === "none" ? !rulesOut : rulesOut;
      return criterion.items.flatMap((item) => [
        ...inCriterion(item.criterion, inside),
        ...item.body.flatMap((clause) => inClause(clause, inside)),
      ]);
    }
    case "and":
    case "or":
      return criterion.operands.flatMap((operand) => inCriterion(operand, rulesOut));
  }
}

function readTwice({ span }: Clause, text: string): Problem {
  const keyword = { start: span.start, end: span.start + "waived if".length };
  const isPlain = text.slice(keyword.start, keyword.end).toLowerCase() === "waived if";
  return problem("E0257", span, "`waived if` below what rules something out is read in two ways.", {
    hint: "To one reader it lifts what is ruled out: write `but not if`. To the next it is one more reason to rule it out: join it to the line above with OR.",
    fixes: isPlain ? [replace("Write but not if", keyword, "but not if")] : [],
  });
}
