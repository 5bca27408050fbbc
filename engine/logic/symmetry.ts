import { nodesBelow, type OpenDiagram } from "./openDiagram.ts";
import type { DiagramStore, NodeId } from "./store.ts";

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
  if (nodesBelow(open.store, open.root).length * levels.length > workLimit) return [];
  const classes: Member[][] = [];
  for (const level of levels) {
    const joined = classes.some((members) => join(open, members, level));
    if (!joined) classes.push([{ level, first: 0 }]);
  }
  return classes.filter((members) => members.length > 1);
}

function join(open: OpenDiagram, members: Member[], level: number): boolean {
  const [leader] = members;
  const first = leader === undefined ? null : samePart(open, leader, level);
  if (first === null) return false;
  members.push({ level, first });
  return true;
}

/** The cell at `level` that plays the part of the leader's first cell; `null` when the two cannot change places. */
function samePart(open: OpenDiagram, leader: Member, level: number): 0 | 1 | null {
  const both = (leaderCell: number, cell: number) =>
    cofactor(open.store, cofactor(open.store, open.root, leader.level, leaderCell), level, cell);
  if (both(0, 1) === both(1, 0)) return 0;
  return both(0, 0) === both(1, 1) ? 1 : null;
}

/** The function once the quantity at `level` is in `cell`. */
function cofactor(store: DiagramStore, root: NodeId, level: number, cell: number): NodeId {
  const done = new Map<NodeId, NodeId>();
  const follow = (node: NodeId): NodeId => {
    if (store.level(node) > level) return node;
    if (store.level(node) === level) return store.children(node)[cell] ?? node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const made = store.branch(store.level(node), store.children(node).map(follow));
    done.set(node, made);
    return made;
  };
  return follow(root);
}
