import type { Expression } from "../../dsl/index.ts";
import { constant, type Formula, operandsOf } from "../ir/index.ts";

/** The clause of the author that a node is made of; `operand` where it is one of a group. */
export type Role = "operand" | "waiver" | "exception" | "requirement";

/** A node that may be taken out of a criterion. */
export interface Place {
  readonly formula: Formula;
  readonly role: Role;
  readonly parent: Formula;
  readonly siblings: readonly Formula[];
  /** From the root, by operand. */
  readonly path: readonly number[];
  /** What stands for it where it is taken out. */
  readonly without: boolean;
}

/**
 * Every operand, waiver, exception and requirement in a criterion, the outer before those inside. What tables were lowered to,
 * and what named criteria stand for, is asked of those.
 */
export function placesIn(root: Formula, expression: Expression): readonly Place[] {
  const roles = rolesIn(expression);
  const places: Place[] = [];
  const visit = (parent: Formula, path: readonly number[]): void => {
    if (parent.table !== undefined || parent.kind === "weighted") return;
    const siblings = operandsOf(parent);
    siblings.forEach((formula, at) => {
      const here = [...path, at];
      if (parent.kind !== "not" && parent.clause !== "by date" && siblings.length > 1 && !isDate(parent, at))
        places.push({
          formula,
          role: roleOf(formula, parent, roles),
          parent,
          siblings,
          path: here,
          without: parent.kind === "all",
        });
      visit(formula, here);
    });
  };
  visit(root, []);
  return places;
}

/** The period of a version is no part of what the author asks. */
function isDate(parent: Formula, at: number): boolean {
  const first = operandsOf(parent)[0];
  return (
    at === 0 &&
    parent.kind === "all" &&
    first?.kind === "test" &&
    first.span.start === parent.span.start &&
    first.text === parent.text
  );
}

/** The root with the constant in the place of a node. */
function replacedAt(root: Formula, path: readonly number[], value: Formula): Formula {
  const [at, ...rest] = path;
  if (at === undefined) return value;
  const swap = (operands: readonly Formula[]): readonly Formula[] =>
    operands.map((each, index) => (index === at ? replacedAt(each, rest, value) : each));
  switch (root.kind) {
    case "not":
      return { ...root, operand: replacedAt(root.operand, rest, value) };
    case "all":
    case "any":
    case "count":
    case "weighted":
      return { ...root, operands: swap(root.operands) };
    default:
      return root;
  }
}

export function takenOut(root: Formula, { path, without, formula }: Place): Formula {
  return replacedAt(root, path, constant(without, formula.text));
}

type Roles = ReadonlyMap<string, Role>;

const spot = ({ span }: Pick<Formula, "span">): string => `${span.start} ${span.end}`;

function roleOf(formula: Formula, parent: Formula, roles: Roles): Role {
  if (formula.clause === "when") return "requirement";
  const role = roles.get(spot(formula));
  if (role === "exception") return formula.kind === "not" ? role : "operand";
  return role === "waiver" && parent.clause === "waived if" ? role : "operand";
}

function rolesIn(expression: Expression): Roles {
  const roles = new Map<string, Role>();
  const visit = (each: Expression): void => {
    if (each.kind === "qualified") {
      for (const waiver of each.waivers) roles.set(spot(waiver), "waiver");
      for (const exception of each.exceptions) roles.set(spot(exception), "exception");
    }
    partsOf(each).forEach(visit);
  };
  visit(expression);
  return roles;
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "not":
      return [expression.operand];
    case "all":
    case "any":
    case "none":
    case "at least":
    case "exactly":
      return expression.operands;
    case "by date":
      return expression.versions.map(({ criterion }) => criterion);
    case "qualified":
      return [
        expression.criterion,
        ...expression.waivers,
        ...expression.exceptions,
        ...expression.requirements.flatMap(({ when, requires }) => [when, requires]),
      ];
    default:
      return [];
  }
}

export const isGroup = ({ kind, table }: Formula): boolean =>
  table === undefined && (kind === "all" || kind === "any" || kind === "count" || kind === "not");

/** Whether a place is the other, or lies in it. */
export const isWithin = (place: Place, other: Place): boolean =>
  other.path.every((at, depth) => place.path[depth] === at);
