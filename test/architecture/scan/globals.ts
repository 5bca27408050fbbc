import { type Node, textOf, type Visit, walk } from "./node.ts";
import type { SourceFile } from "./source.ts";

/**
 * A name used as a value and declared nowhere in the file: a global. `path` is the name as it is used: `Date.now` for a
 * member, `new Date(...)` for a construction from something given, else the name.
 */
export interface GlobalUse {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

/** Globals used in a file. A name declared anywhere in the file counts as declared everywhere in it. */
export function globalsOf(file: SourceFile): readonly GlobalUse[] {
  const visits = walk(file.program).filter(({ node }) => node.type === "Identifier");
  const declared = new Set(visits.filter(isBinding).map(({ node }) => textOf(node, "name")));
  return visits
    .filter((visit) => isReference(visit) && !declared.has(textOf(visit.node, "name")))
    .map((visit) => ({
      name: textOf(visit.node, "name"),
      path: pathOf(visit),
      line: file.lineAt(visit.node.start),
    }));
}

function pathOf({ node, outer, field }: Visit): string {
  const name = textOf(node, "name");
  if (outer?.node.type === "MemberExpression" && field === "object")
    return `${name}.${textOf(outer.node["property"], "name")}`;
  const isMade = outer?.node.type === "NewExpression" && field === "callee";
  return isMade && isFilled(outer.node["arguments"]) ? `new ${name}(...)` : name;
}

const isFilled = (list: unknown) => Array.isArray(list) && list.length > 0;

const bindingPlaces = new Set([
  "VariableDeclarator.id",
  "FunctionDeclaration.id",
  "FunctionExpression.id",
  "ClassDeclaration.id",
  "ClassExpression.id",
  "ImportSpecifier.local",
  "ImportDefaultSpecifier.local",
  "ImportNamespaceSpecifier.local",
  "CatchClause.param",
  "AssignmentPattern.left",
  "RestElement.argument",
  "ArrayPattern.elements",
]);

function isBinding({ outer, field }: Visit): boolean {
  if (outer === null) return false;
  if (field === "params") return true;
  const inPattern = outer.outer?.node.type === "ObjectPattern" && field === "value";
  return inPattern || bindingPlaces.has(`${outer.node.type}.${field}`);
}

/** Fields whose identifier names something without using a value. */
const labels = new Set(["imported", "exported", "label", "id", "params"]);

function isReference({ outer, field }: Visit): boolean {
  if (outer === null || (isOnlyType(outer.node) && field !== "expression")) return false;
  if (field === "property" || field === "key") return outer.node["computed"] === true;
  return !labels.has(field);
}

/** Types name no values; the expression inside `x as T` is one. */
const isOnlyType = ({ type }: Node) => type.startsWith("TS");
