import type { Expression, Guideline } from "../../dsl/index.ts";

/** The definitions and tables that are declared and do not refer to themselves, however far round. */
export function soundDefinitions({ definitions, tables }: Guideline): ReadonlySet<string> {
  const uses = new Map([
    ...definitions.map(({ key, criterion }) => [key, usedDefinitions(criterion)] as const),
    ...tables.map(({ key, rows }) => [key, rows.flatMap((row) => usedDefinitions(row.criterion))] as const),
  ]);
  const sound = new Set<string>();
  const isSound = (key: string, path: readonly string[]): boolean => {
    if (sound.has(key)) return true;
    const used = uses.get(key);
    if (used === undefined || path.includes(key)) return false;
    const fine = used.every((each) => !uses.has(each) || isSound(each, [...path, key]));
    if (fine) sound.add(key);
    return fine;
  };
  for (const key of uses.keys()) isSound(key, []);
  return sound;
}

/** Those of the subsets of a list that a criterion names, and those that they name in turn, in the order declared. */
export function subsetsNamed(criterion: Expression | null, subsets: Guideline["subsets"]): Guideline["subsets"] {
  const byKey = new Map(subsets.map((subset) => [subset.key, subset]));
  const named = new Set(criterion === null ? [] : usedDefinitions(criterion));
  for (const key of named) for (const other of usedIn(byKey.get(key))) named.add(other);
  return subsets.filter(({ key }) => named.has(key));
}

const usedIn = (subset: Guideline["subsets"][number] | undefined): readonly string[] =>
  subset === undefined ? [] : usedDefinitions(subset.where);

function usedDefinitions(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "test":
    case "list test":
      return [];
    case "table test":
    case "interval test":
      return [expression.table];
    case "criterion":
      return [expression.definition];
    case "not":
      return usedDefinitions(expression.operand);
    case "qualified":
      return partsOfQualified(expression).flatMap(usedDefinitions);
    case "by date":
      return expression.versions.flatMap(({ criterion }) => usedDefinitions(criterion));
    default:
      return expression.operands.flatMap(usedDefinitions);
  }
}

/** The criterion and all that its clauses say. */
function partsOfQualified(of: Extract<Expression, { kind: "qualified" }>): readonly Expression[] {
  const requirements = of.requirements.flatMap(({ when, requires }) => [when, requires]);
  return [of.criterion, ...of.waivers, ...of.exceptions, ...requirements];
}
