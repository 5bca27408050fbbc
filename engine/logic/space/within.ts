import { type DiagramStore, type NodeId, TOO_LARGE, TRUE } from "../store.ts";
import type { Cube } from "./assignment.ts";

/** Whether a function that is true or false everywhere is true in every cell that the cube allows. */
export function holdsThroughout(store: DiagramStore, root: NodeId, cube: Cube): boolean {
  const met = new Set<NodeId>([root]);
  for (const node of met) {
    if (store.isTerminal(node) || node === TOO_LARGE) {
      if (node !== TRUE) return false;
      continue;
    }
    const children = store.children(node);
    const cells = cube.get(store.level(node));
    if (cells === undefined) for (const child of children) met.add(child);
    else for (const cell of cells) met.add(children[cell] ?? TOO_LARGE);
  }
  return true;
}
