import type { Expression, ListTest } from "../../../dsl/index.ts";

/** A criterion directly below another, and that other with something else in its stead. */
export interface PartOfCriterion {
  readonly expression: Expression;
  /** The list whose entries the part is about, where that is said here. */
  readonly list?: string;
  readonly put: (by: Expression) => Expression;
}

/** The criteria directly below one, in the order written. A named criterion has none: it stands for its definition. */
export function partsOf(of: Expression): readonly PartOfCriterion[] {
  switch (of.kind) {
    case "test":
    case "criterion":
    case "table test":
      return [];
    case "list test":
      return partOfWhere(of.test, (where) => ({ ...of, test: { ...of.test, where } }));
    case "interval test":
      return partsOfTime(of);
    case "not":
      return [{ expression: of.operand, put: (operand) => ({ ...of, operand }) }];
    case "by date":
      return each(of.versions, "criterion", (versions) => ({ ...of, versions }));
    case "qualified":
      return partsOfQualified(of);
    default:
      return of.operands.map((expression, at) => ({
        expression,
        put: (by) => ({ ...of, operands: of.operands.with(at, by) }),
      }));
  }
}

function partOfWhere(
  { where, list }: Omit<ListTest, "ranges">,
  put: PartOfCriterion["put"],
): readonly PartOfCriterion[] {
  return where === null ? [] : [{ expression: where, list, put }];
}

function partsOfTime(of: Extract<Expression, { kind: "interval test" }>): readonly PartOfCriterion[] {
  const { time } = of;
  if (time.kind !== "since latest") return [];
  return partOfWhere(time.test, (where) => ({ ...of, time: { ...time, test: { ...time.test, where } } }));
}

function partsOfQualified(of: Extract<Expression, { kind: "qualified" }>): readonly PartOfCriterion[] {
  const { waivers, exceptions, requirements } = of;
  return [
    { expression: of.criterion, put: (criterion) => ({ ...of, criterion }) },
    ...waivers.map((expression, at) => ({
      expression,
      put: (by: Expression) => ({ ...of, waivers: waivers.with(at, by) }),
    })),
    ...exceptions.map((expression, at) => ({
      expression,
      put: (by: Expression) => ({ ...of, exceptions: exceptions.with(at, by) }),
    })),
    ...each(requirements, "when", (changed) => ({ ...of, requirements: changed })),
    ...each(requirements, "requires", (changed) => ({ ...of, requirements: changed })),
  ];
}

/** What stands under one name in each of several parts. */
function each<Key extends string, One extends Readonly<Record<Key, Expression>>>(
  all: readonly One[],
  key: Key,
  put: (changed: readonly One[]) => Expression,
): readonly PartOfCriterion[] {
  return all.map((one, at) => ({
    expression: one[key],
    put: (by) => put(all.with(at, { ...one, [key]: by })),
  }));
}
