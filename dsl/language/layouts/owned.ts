import type { Clause, Criterion, Declaration, Item } from "../../syntax/index.ts";

/** The criterion of a whole line or bullet. */
export interface Owned {
  readonly criterion: Criterion;
}

/** What the lines and bullets around `offset` ask, innermost first; spans and offset from the start of the declaration. */
export function ownedAt(declaration: Declaration, offset: number): readonly Owned[] {
  return ownedBy(declaration)
    .filter(({ criterion: { span } }) => span.start <= offset && offset <= span.end)
    .toSorted((one, other) => length(one) - length(other));
}

const length = ({ criterion: { span } }: Owned): number => span.end - span.start;

function ownedBy(declaration: Declaration): readonly Owned[] {
  const own = "criterion" in declaration ? owned(declaration.criterion) : [];
  const below = "body" in declaration ? declaration.body.flatMap(ownedByClause) : [];
  return [...own, ...below];
}

function ownedByClause(clause: Clause): readonly Owned[] {
  const own = "criterion" in clause && clause.criterion !== null ? owned(clause.criterion) : [];
  const below = "body" in clause ? clause.body.flatMap(ownedByClause) : [];
  return [...own, ...below];
}

/** The criterion itself, and those of the bullets in it. */
function owned(criterion: Criterion): readonly Owned[] {
  return [{ criterion }, ...bulletsIn(criterion).flatMap(ownedByItem)];
}

function ownedByItem(item: Item): readonly Owned[] {
  return [...owned(item.criterion), ...item.body.flatMap(ownedByClause)];
}

function bulletsIn(criterion: Criterion): readonly Item[] {
  switch (criterion.kind) {
    case "phrase":
      return [];
    case "selection":
      return bulletsIn(criterion.where);
    case "not":
      return bulletsIn(criterion.operand);
    case "brackets":
      return bulletsIn(criterion.inner);
    case "group":
      return criterion.outline ? criterion.items : [];
    case "and":
    case "or":
    case "faulty":
      return criterion.operands.flatMap(bulletsIn);
  }
}
