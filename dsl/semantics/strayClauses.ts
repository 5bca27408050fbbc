import { type Problem, problem } from "../diagnostic/index.ts";
import type { Clause, Criterion, Declaration, Item } from "../syntax/index.ts";
import { places, qualifiers, remarks } from "./clauses.ts";
import { runText } from "./names.ts";

type Kinds = readonly Clause["kind"][];

const belowBullet: Kinds = [...remarks, ...qualifiers];
const belowWhen: Kinds = [...remarks, "requires"];
const belowPeriod: Kinds = [...remarks, ...qualifiers, "as"];

/** Lines below a bullet, a `when` or a period that mean nothing there: left in silence they would change nothing. */
export function strayClauses(declaration: Declaration): readonly Problem[] {
  if (declaration.kind === "unknown" || declaration.kind === "example") return [];
  const own = "criterion" in declaration ? inCriterion(declaration.criterion) : [];
  const body: readonly Clause[] = "body" in declaration ? declaration.body : [];
  return [...own, ...body.flatMap((clause) => inClause(clause, declaration.kind === "define"))];
}

function inClause(clause: Clause, isDefinition: boolean): readonly Problem[] {
  const own = "criterion" in clause && clause.criterion !== null ? inCriterion(clause.criterion) : [];
  if (clause.kind === "when") return [...own, ...checked(clause.body, belowWhen, "`when`")];
  if (clause.kind === "effective" && isDefinition) return checked(clause.body, belowPeriod, "`effective from`");
  return own;
}

/** The clauses that may not stand there, and what is wrong below the others. */
function checked(clauses: readonly Clause[], allowed: Kinds, where: string): readonly Problem[] {
  return clauses.flatMap((clause) =>
    allowed.includes(clause.kind) ? inClause(clause, false) : [stray(clause, where)],
  );
}

function inItem({ criterion, body }: Item): readonly Problem[] {
  return [...inCriterion(criterion), ...checked(body, belowBullet, "a bullet")];
}

function inCriterion(criterion: Criterion): readonly Problem[] {
  switch (criterion.kind) {
    case "phrase":
    case "faulty":
      return [];
    case "selection":
      return inCriterion(criterion.where);
    case "not":
      return inCriterion(criterion.operand);
    case "brackets":
      return inCriterion(criterion.inner);
    case "group":
      return criterion.items.flatMap(inItem);
    case "and":
    case "or":
      return criterion.operands.flatMap(inCriterion);
  }
}

function stray(clause: Clause, where: string): Problem {
  const said =
    clause.kind === "line" ? runText(clause.run) : clause.kind === "entry" ? runText(clause.name) : clause.kind;
  const place = places[clause.kind];
  return problem("E0310", clause.span, `\`${said}\` has no meaning below ${where}.`, {
    hint: place
      ? `${place}.`
      : 'Published wording goes in quotes; a remark of your own is `note "..."`, and `#` begins a comment.',
  });
}
