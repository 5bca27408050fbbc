import { type Problem, problem } from "../diagnostic/index.ts";
import type { Clause, Criterion, Declaration, Item } from "../syntax/index.ts";
import { codesBelowItem } from "./codesBelowItem.ts";
import { places, qualifiers, remarks, repeatedClauses, whatStands } from "./clauses.ts";
import { tableClauses } from "./tableRows.ts";

type Kinds = readonly Clause["kind"][];
type Owner = Exclude<Declaration["kind"], "unknown">;

/** What may stand below a line, and how the line is called. */
interface Place {
  readonly allowed: Kinds;
  readonly where: string;
}

const criterionPlace: Kinds = [...remarks, ...qualifiers];
const belowBullet: Place = { allowed: criterionPlace, where: "a bullet" };
const below = (where: string, ...allowed: Kinds): Place => ({ where, allowed: [...remarks, ...allowed] });

/** Lines that may have lines of their own below them, by the declaration they stand in. */
const belowClause: Partial<Readonly<Record<Owner, Partial<Readonly<Record<Clause["kind"], Place>>>>>> = {
  guideline: { effective: below("`effective from`") },
  fact: { entry: below("a field of a list") },
  define: { effective: below("`effective from`", ...qualifiers, "as") },
  service: { line: below("what can be asked for"), "asked for": below("`asked for`", "entry") },
  example: { entry: below("the value of a fact", "list entry") },
  table: { row: below("a row", ...qualifiers) },
  authority: { rank: below("a rank"), entry: below("the levels of evidence") },
};

const belowWhen = below("`when`", "requires");
const belowAskedFor = below("what is asked for", "needs", "reviewer attests");

/** Lines below a line or bullet that mean nothing there: left in silence they would change nothing. */
export function strayClauses(declaration: Declaration): readonly Problem[] {
  if (declaration.kind === "unknown") return [];
  const own = "criterion" in declaration ? inCriterion(declaration.criterion) : [];
  const body = declaration.kind === "table" ? tableClauses(declaration) : declaration.body;
  return [...own, ...body.flatMap((clause) => inClause(clause, declaration.kind))];
}

function inClause(clause: Clause, owner: Owner): readonly Problem[] {
  const own = "criterion" in clause && clause.criterion !== null ? inCriterion(clause.criterion) : [];
  const place = clause.kind === "when" ? belowWhen : belowClause[owner]?.[clause.kind];
  if (!("body" in clause) || !place) return own;
  const codes = owner === "service" ? clause.body.flatMap((line) => codesBelowItem(clause, line) ?? []) : [];
  const rest = codes.length === 0 ? clause.body : clause.body.filter((line) => codesBelowItem(clause, line) === null);
  return [...own, ...codes, ...checked(rest, place, owner), ...repeatedClauses(clause.body)];
}

/** The clauses that may not stand there, and what is wrong below the others. */
function checked(clauses: readonly Clause[], place: Place, owner: Owner): readonly Problem[] {
  return clauses.flatMap((clause) => {
    if (!place.allowed.includes(clause.kind)) return [stray(clause, place.where)];
    const isAsked = clause.kind === "entry" && owner === "service";
    return isAsked ? checked(clause.body, belowAskedFor, owner) : inClause(clause, owner);
  });
}

function inItem({ criterion, body }: Item): readonly Problem[] {
  return [...inCriterion(criterion), ...checked(body, belowBullet, "recommendation")];
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
  const place = places[clause.kind];
  return problem("E0310", clause.span, `${whatStands(clause)} has no meaning below ${where}.`, {
    hint: place
      ? `${place}.`
      : 'Published wording goes in quotes; a remark of your own is `note "..."`, and `#` begins a comment.',
  });
}
