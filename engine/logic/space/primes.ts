import type { Variable } from "../cells.ts";
import type { DiagramStore, NodeId } from "../store.ts";
import type { Cube } from "./assignment.ts";
import { holdsThroughout } from "./within.ts";

/** Cells beyond which a quantity is widened by halves rather than one by one. */
const fewCells = 64;

/**
 * The cube made as wide as it can be while the function stays true throughout: first quantities are let go, the last to be
 * read first, then cells are added to those that are left.
 */
export function primeAround(store: DiagramStore, variables: readonly Variable[], root: NodeId, cube: Cube): Cube {
  const wide = new Map(cube);
  for (const level of [...cube.keys()].toReversed()) letGo(store, root, wide, level);
  for (const level of wide.keys()) widen(store, root, wide, { level, count: variables[level]?.cells.length ?? 0 });
  return wide;
}

function letGo(store: DiagramStore, root: NodeId, cube: Map<number, readonly number[]>, level: number): void {
  const without = new Map(cube);
  without.delete(level);
  if (holdsThroughout(store, root, without)) cube.delete(level);
}

function widen(
  store: DiagramStore,
  root: NodeId,
  cube: Map<number, readonly number[]>,
  { level, count }: { readonly level: number; readonly count: number },
): void {
  const taken = new Set(cube.get(level));
  const others = Array.from({ length: count }, (_, cell) => cell).filter((cell) => !taken.has(cell));
  for (const cells of others.length > fewCells ? [others] : others.map((cell) => [cell])) {
    const allowed = holdsThroughout(store, root, new Map([...cube, [level, cells]]));
    if (allowed)
      cube.set(
        level,
        [...(cube.get(level) ?? []), ...cells].toSorted((a, b) => a - b),
      );
  }
}
