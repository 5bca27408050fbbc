import { intersect, intersects, isSubset, once, union, type ValueSet } from "../values/index.ts";
import type { Variable } from "./cells.ts";
import { type DiagramNodes, OpenNodes } from "./openNodes.ts";
import type { NodeId } from "./store.ts";

/**
 * What a case leaves open of a function: a diagram over the open quantities only, with the values they may still have.
 * Values that make no difference any more are one cell, so every quantity left is one the function depends on somewhere
 * (where the assumptions hold or not).
 */
export interface OpenDiagram {
  readonly store: DiagramNodes;
  readonly root: NodeId;
  /** By level; the cells hold possible values only. */
  readonly variables: readonly Variable[];
}

export type QuantitiesKnown = ReadonlyMap<string, { readonly values: ValueSet }>;

/** `null` when a quantity has no possible value, so that there is no completion. */
export function openDiagram(diagram: OpenDiagram, known: QuantitiesKnown): OpenDiagram | null {
  const { whole, others } = withNothingKnown(diagram);
  const isPossible = ({ quantity, cells }: Variable): boolean => {
    const values = known.get(quantity)?.values;
    return values === undefined || cells.some((members) => intersects(members, values));
  };
  const kept = whole.variables.map((variable) => possibleCells(variable, known.get(variable.quantity)?.values));
  if (kept.some((cells) => cells.length === 0) || !others.every(isPossible)) return null;
  return project(whole, kept);
}

/** What a diagram says before any case: every case is projected from it. `others`: quantities without effect. */
export const withNothingKnown = once((diagram: OpenDiagram) => {
  const whole = project(
    diagram,
    diagram.variables.map(({ cells }) => cells.map((values, cell) => ({ cell, values }))),
  );
  const left = new Set(whole.variables.map(({ quantity }) => quantity));
  return { whole, others: diagram.variables.filter(({ quantity }) => !left.has(quantity)) };
});

/** A cell that is still possible, and which of its values are. */
interface KeptCell {
  readonly cell: number;
  readonly values: ValueSet;
}

function possibleCells({ cells }: Variable, values: ValueSet | undefined): readonly KeptCell[] {
  const kept: KeptCell[] = [];
  for (const [cell, members] of cells.entries()) {
    if (values === undefined || isSubset(members, values)) kept.push({ cell, values: members });
    else if (intersects(members, values)) kept.push({ cell, values: intersect(members, values) });
  }
  return kept;
}

/** The cells that a case leaves possible, by their place. */
export function keptCells(variable: Variable, known: QuantitiesKnown): readonly number[] {
  return possibleCells(variable, known.get(variable.quantity)?.values).map(({ cell }) => cell);
}

/** The diagram with the kept cells only. A quantity that is decided by them, or without effect, disappears. */
function project({ store, root, variables }: OpenDiagram, kept: readonly (readonly KeptCell[])[]): OpenDiagram {
  const { nodes, top, byLevel } = projected(store, root, kept);
  const levels = byLevel.flatMap((here, level) => (here.length > 0 ? [level] : []));
  const alike = byLevel.map((here, level) => (here.length === 0 ? [] : cellsAlike(nodes, here, kept[level] ?? [])));
  const numbers: number[] = [];
  for (const [number, level] of levels.entries()) numbers[level] = number;
  return {
    store: nodes.renumbered(
      numbers,
      alike.map((groups) => groups.map(([first = 0]) => first)),
    ),
    root: top,
    variables: levels.map((level) => ({
      quantity: variables[level]?.quantity ?? "",
      cells: (alike[level] ?? []).map((members) => valuesOf(members, kept[level] ?? [])),
    })),
  };
}

interface Projected {
  readonly nodes: OpenNodes;
  readonly top: NodeId;
  /** The nodes of each level. */
  readonly byLevel: readonly (readonly NodeId[])[];
}

/** Every node after its children: the nodes that kept cells lead to, with the children those lead to. */
function projected(store: DiagramNodes, root: NodeId, kept: readonly (readonly KeptCell[])[]): Projected {
  const reached = reachedFrom(store, root, kept);
  const nodes = new OpenNodes(store.terminals, reached.length);
  const made = new Map<NodeId, NodeId>();
  const byLevel: NodeId[][] = kept.map(() => []);
  for (const node of reached) {
    const level = store.level(node);
    const children = store.children(node);
    const before = nodes.size;
    const open = nodes.add(
      level,
      (kept[level] ?? []).map(({ cell }) => made.get(children[cell] ?? 0) ?? children[cell] ?? 0),
    );
    if (nodes.size > before) byLevel[level]?.push(open);
    made.set(node, open);
  }
  return { nodes, top: made.get(root) ?? root, byLevel };
}

/** In ascending order, terminals left out. */
function reachedFrom(store: DiagramNodes, root: NodeId, kept: readonly (readonly KeptCell[])[]): readonly NodeId[] {
  const met = new Set<NodeId>(store.isTerminal(root) ? [] : [root]);
  for (const node of met) {
    const children = store.children(node);
    for (const { cell } of kept[store.level(node)] ?? []) {
      const child = children[cell];
      if (child !== undefined && !store.isTerminal(child)) met.add(child);
    }
  }
  return [...met].toSorted((a, b) => a - b);
}

/** Kept cells, by place, that lead to the same child at every node of their level. */
function cellsAlike(
  nodes: DiagramNodes,
  here: readonly NodeId[],
  kept: readonly KeptCell[],
): readonly (readonly number[])[] {
  if (kept.length === 2) return eachAlone;
  const columns = here.map((node) => nodes.children(node));
  const alike = Map.groupBy(kept.keys(), (cell) => columns.map((children) => children[cell]).join());
  return [...alike.values()];
}

/** Of two cells that a node tells apart. */
const eachAlone = [[0], [1]] as const;

/** One cell keeps the set that it has, so that what is said of it can be kept with it. */
function valuesOf(members: readonly number[], kept: readonly KeptCell[]): ValueSet {
  const sets = members.map((place) => kept[place]?.values ?? []);
  const [only, ...more] = sets;
  return only !== undefined && more.length === 0 ? only : union(...sets);
}

/** The node and every node below it, terminals included, each once. */
export function nodesBelow(store: DiagramNodes, root: NodeId): readonly NodeId[] {
  const met = new Set([root]);
  for (const node of met) for (const child of store.children(node)) met.add(child);
  return [...met];
}
