import { nodesBelow, type OpenDiagram } from "./openDiagram.ts";
import type { DiagramStore, NodeId } from "./store.ts";
import { IMPOSSIBLE } from "./terminals.ts";

/** By level: the cells a quantity is narrowed to. Every other quantity stays open. */
export type Narrowing = ReadonlyMap<number, ReadonlySet<number>>;

/** Whether, so narrowed, some completion ends at the target and every other possible one does too. */
export function forces(open: OpenDiagram, narrowing: Narrowing, target: NodeId): boolean {
  const { store } = open;
  const met = new Set([open.root]);
  for (const node of met) {
    if (store.isTerminal(node) && node !== target && node !== IMPOSSIBLE) return false;
    const cells = narrowing.get(store.level(node));
    for (const [cell, child] of store.children(node).entries()) {
      if (cells === undefined || cells.has(cell)) met.add(child);
    }
  }
  return met.has(target);
}

/** Adds to each narrowed quantity, in turn, every cell that still lets the narrowing force the target. */
export function widen(open: OpenDiagram, narrowing: Narrowing, target: NodeId): Narrowing {
  return [...narrowing.keys()].reduce((widest, level) => widenAt(open, widest, level, target), narrowing);
}

function widenAt(open: OpenDiagram, narrowing: Narrowing, level: number, target: NodeId): Narrowing {
  const cells = open.variables[level]?.cells ?? [];
  return [...cells.keys()].reduce<Narrowing>((widest, cell) => {
    const wider = new Map(widest).set(level, new Set([...(widest.get(level) ?? []), cell]));
    return forces(open, wider, target) ? wider : widest;
  }, narrowing);
}

/** Leaves out, in turn, every narrowed quantity that is not needed to force the target. */
export function dropUnneeded(open: OpenDiagram, narrowing: Narrowing, target: NodeId): Narrowing {
  return [...narrowing.keys()].reduce<Narrowing>((needed, level) => {
    const fewer = new Map(needed);
    fewer.delete(level);
    return forces(open, fewer, target) ? fewer : needed;
  }, narrowing);
}

/** One path to the target, as a narrowing: it forces the target, though seldom with the fewest quantities. */
export function onePathTo(open: OpenDiagram, target: NodeId): Narrowing {
  const leading = leadingTo(open.store, open.root, target);
  const path = new Map<number, ReadonlySet<number>>();
  let node = open.root;
  while (!open.store.isTerminal(node)) {
    const children = open.store.children(node);
    const cell = children.findIndex((child) => leading.has(child));
    path.set(open.store.level(node), new Set([cell]));
    node = children[cell] ?? target;
  }
  return path;
}

/** The nodes from which the target can be reached. */
function leadingTo(store: DiagramStore, root: NodeId, target: NodeId): ReadonlySet<NodeId> {
  const leading = new Set([target]);
  const deepestFirst = nodesBelow(store, root).toSorted((a, b) => store.level(b) - store.level(a));
  for (const node of deepestFirst) if (store.children(node).some((child) => leading.has(child))) leading.add(node);
  return leading;
}
