import type { Expression, Guideline, Subset } from "../../../dsl/index.ts";
import { partsOf } from "./parts.ts";

/**
 * The guideline with a subset that asks something else. It goes by another key there, and so does whatever is reduced from its
 * entries: quantities are known by the subsets they are taken from, and those of guideline and mutant must not be mistaken
 * for each other.
 */
export function withSubset(guideline: Guideline, subset: Subset, where: Expression): Guideline {
  const changed: Subset = { ...subset, key: `${subset.key} ′`, name: `${subset.name} ′`, where };
  const renamed = (of: Expression): Expression => naming(of, subset, changed);
  const { scope, subsets, definitions, tables, recommendations, assumptions } = guideline;
  return {
    ...guideline,
    scope: scope && renamed(scope),
    subsets: subsets.map((each) => (each === subset ? changed : { ...each, where: renamed(each.where) })),
    definitions: definitions.map((each) => ({ ...each, criterion: renamed(each.criterion) })),
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, criterion: renamed(row.criterion) })),
    })),
    recommendations: recommendations.map((each) => ({
      ...each,
      criterion: renamed(each.criterion),
      limits: each.limits.map(renamed),
    })),
    assumptions: assumptions.map((each) => ({ ...each, criterion: renamed(each.criterion) })),
  };
}

/** The criterion with one name for another, inside every `where` of that list. */
function naming(of: Expression, before: Subset, after: Subset, list: string | null = null): Expression {
  if (of.kind === "criterion" && list === before.list && of.definition === before.key)
    return { ...of, definition: after.key, text: after.name };
  return partsOf(of).reduce<Expression>((whole, part, at) => {
    const inner = naming(part.expression, before, after, part.list ?? list);
    return inner === part.expression ? whole : (partsOf(whole)[at]?.put(inner) ?? whole);
  }, of);
}
