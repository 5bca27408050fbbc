import { nodesBelow, type OpenDiagram } from "./openDiagram.ts";
import type { DiagramNodes } from "./openNodes.ts";
import type { NodeId } from "./store.ts";
import { IMPOSSIBLE } from "./terminals.ts";

/** The cells that some quantities are narrowed to, in the order of the levels. Every other quantity stays open. */
export type Narrowing = readonly NarrowedTo[];

export interface NarrowedTo {
  readonly level: number;
  readonly cells: readonly number[];
}

/** Whether, so narrowed, some completion ends at the target and every other possible one does too. */
export function forces({ store, root }: OpenDiagram, narrowing: Narrowing, target: NodeId): boolean {
  const met = new Set([root]);
  for (const node of met) {
    if (store.isTerminal(node) && node !== target && node !== IMPOSSIBLE) return false;
    const level = store.level(node);
    const cells = narrowing.find((narrowed) => narrowed.level === level)?.cells;
    for (const [cell, child] of store.children(node).entries()) {
      if (cells === undefined || cells.includes(cell)) met.add(child);
    }
  }
  return met.has(target);
}

/**
 * Adds to each narrowed quantity, in turn, every cell that still lets the narrowing force the target. None of them may be
 * left open altogether: of two cells the other would do just that.
 */
export function widen(open: OpenDiagram, narrowing: Narrowing, target: NodeId): Narrowing {
  return narrowing.reduce((widest, { level }) => widenAt(open, widest, level, target), narrowing);
}

function widenAt(open: OpenDiagram, narrowing: Narrowing, level: number, target: NodeId): Narrowing {
  const cells = open.variables[level]?.cells ?? [];
  if (cells.length === 2) return narrowing;
  return [...cells.keys()].reduce<Narrowing>((widest, cell) => {
    const wider = widest.map((one) => (one.level === level ? { level, cells: withCell(one.cells, cell) } : one));
    return forces(open, wider, target) ? wider : widest;
  }, narrowing);
}

function withCell(cells: readonly number[], cell: number): readonly number[] {
  return cells.includes(cell) ? cells : [...cells, cell];
}

/** Leaves out, in turn, every narrowed quantity that is not needed to force the target. */
export function dropUnneeded(open: OpenDiagram, narrowing: Narrowing, target: NodeId): Narrowing {
  return narrowing.reduce<Narrowing>((needed, { level }) => {
    const fewer = needed.filter((one) => one.level !== level);
    return forces(open, fewer, target) ? fewer : needed;
  }, narrowing);
}

/** One path to the target, as a narrowing: it forces the target, though seldom with the fewest quantities. */
export function onePathTo(open: OpenDiagram, target: NodeId): Narrowing {
  const leading = leadingTo(open.store, open.root, target);
  const path: NarrowedTo[] = [];
  let node = open.root;
  while (!open.store.isTerminal(node)) {
    const children = open.store.children(node);
    const cell = children.findIndex((child) => leading.has(child));
    path.push({ level: open.store.level(node), cells: [cell] });
    node = children[cell] ?? target;
  }
  return path;
}

/** The nodes from which the target can be reached. */
function leadingTo(store: DiagramNodes, root: NodeId, target: NodeId): ReadonlySet<NodeId> {
  const leading = new Set([target]);
  const childrenFirst = nodesBelow(store, root).toSorted((a, b) => a - b);
  for (const node of childrenFirst) if (store.children(node).some((child) => leading.has(child))) leading.add(node);
  return leading;
}
