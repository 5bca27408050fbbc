import { Fingerprints } from "./fingerprints.ts";
import type { OpenDiagram } from "./openDiagram.ts";
import type { NodeId } from "./store.ts";

/** A quantity of two cells in a class; `first` is the cell that plays the same part in every member. */
export interface Member {
  readonly level: number;
  readonly first: 0 | 1;
}

/** Quantities that may change places without changing the function, as the operands of k of n do. In level order. */
export type SymmetryClass = readonly Member[];

/** Work (nodes times quantities) beyond which no symmetry is looked for: ways are then listed one by one. */
const workLimit = 200_000;

export function symmetryClasses(open: OpenDiagram): readonly SymmetryClass[] {
  const levels = open.variables.flatMap(({ cells }, level) => (cells.length === 2 ? [level] : []));
  if (open.store.size * levels.length > workLimit) return [];
  const prints = new Fingerprints(open);
  const classes: Member[][] = [];
  for (const level of levels) {
    const joined = classes.some((members) => join(open, prints, members, level));
    if (!joined) classes.push([{ level, first: 0 }]);
  }
  return classes.filter((members) => members.length > 1);
}

function join(open: OpenDiagram, prints: Fingerprints, members: Member[], level: number): boolean {
  const [leader] = members;
  const first = leader === undefined ? null : samePart(open, prints, leader.level, level);
  if (first === null) return false;
  members.push({ level, first });
  return true;
}

/** The cell at `level` that plays the part of the leader's first cell; `null` when the two cannot change places. */
function samePart(open: OpenDiagram, prints: Fingerprints, leader: number, level: number): 0 | 1 | null {
  const alike = (cell: 0 | 1): boolean => prints.of(leader, 0) === prints.of(level, cell);
  if (alike(0) && sameWith(open, { [leader]: 0, [level]: 1 }, { [leader]: 1, [level]: 0 })) return 0;
  return alike(1) && sameWith(open, { [leader]: 0, [level]: 0 }, { [leader]: 1, [level]: 1 }) ? 1 : null;
}

/** By level: the cell that a quantity is in. */
type Cells = Readonly<Record<number, 0 | 1>>;

/** Whether the function is the same with two quantities in the one pair of cells and in the other. */
function sameWith({ store, root }: OpenDiagram, one: Cells, other: Cells): boolean {
  const past = Math.max(...Object.keys(one).map(Number));
  const same = new Set<number>();
  const given = (node: NodeId, cells: Cells): NodeId => {
    let at = node;
    for (let cell = cells[store.level(at)]; cell !== undefined; cell = cells[store.level(at)])
      at = store.children(at)[cell] ?? at;
    return at;
  };
  const agree = (first: NodeId, second: NodeId): boolean => {
    const [a, b] = [given(first, one), given(second, other)];
    const level = Math.min(store.level(a), store.level(b));
    if (level > past) return a === b;
    const pair = a * store.size + b;
    if (same.has(pair)) return true;
    same.add(pair);
    const split = store.level(a) === level ? a : b;
    return store.children(split).every((_, cell) => agree(below(a, level, cell), below(b, level, cell)));
  };
  const below = (node: NodeId, level: number, cell: number): NodeId =>
    store.level(node) === level ? (store.children(node)[cell] ?? node) : node;
  return agree(root, root);
}
