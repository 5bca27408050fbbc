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
  const print = prints.of(leader, 0);
  if (print === prints.of(level, 0) && changePlaces(open, leader, level, 0)) return 0;
  return print === prints.of(level, 1) && changePlaces(open, leader, level, 1) ? 1 : null;
}

/**
 * Whether the function is the same with the leader in its first cell and the other not in `part`, and the other way round.
 * Walks down both at once; past the two quantities equal functions are the same node.
 */
function changePlaces({ store, root }: OpenDiagram, leader: number, other: number, part: 0 | 1): boolean {
  const walked = new Set<number>();
  const given = (from: NodeId, leaderCell: number, otherCell: number): NodeId => {
    let node = from;
    for (let level = store.level(node); level === leader || level === other; level = store.level(node))
      node = store.children(node)[level === leader ? leaderCell : otherCell] ?? node;
    return node;
  };
  const agree = (one: NodeId, changed: NodeId): boolean => {
    const a = given(one, 0, 1 - part);
    const b = given(changed, 1, part);
    const level = Math.min(store.level(a), store.level(b));
    if (level > other) return a === b;
    if (walked.has(a * store.size + b)) return true;
    walked.add(a * store.size + b);
    const ofA = store.level(a) === level ? store.children(a) : none;
    const ofB = store.level(b) === level ? store.children(b) : none;
    const cells = Math.max(ofA.length, ofB.length);
    for (let cell = 0; cell < cells; cell++) if (!agree(ofA[cell] ?? a, ofB[cell] ?? b)) return false;
    return true;
  };
  return agree(root, root);
}

const none: readonly NodeId[] = [];
