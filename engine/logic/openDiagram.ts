import { intersect, intersects, type ValueSet, union } from "../values/index.ts";
import type { Variable } from "./cells.ts";
import { DiagramStore, type NodeId } from "./store.ts";

/**
 * What a case leaves open of a function: a diagram over the open quantities only, with the values they may still have.
 * Values that make no difference any more are one cell, so every quantity left is one the function depends on somewhere
 * (where the assumptions hold or not).
 */
export interface OpenDiagram {
  readonly store: DiagramStore;
  readonly root: NodeId;
  /** By level; the cells hold possible values only. */
  readonly variables: readonly Variable[];
}

type QuantitiesKnown = ReadonlyMap<string, { readonly values: ValueSet }>;

/** `null` when a quantity has no possible value, so that there is no completion. */
export function openDiagram(diagram: OpenDiagram, known: QuantitiesKnown): OpenDiagram | null {
  const kept = diagram.variables.map((variable) => possibleCells(variable, known.get(variable.quantity)?.values));
  if (kept.some((cells) => cells.length === 0)) return null;
  const possible = project(diagram, kept);
  return project(possible, possible.variables.map(mergeAlike(possible)));
}

/** A cell of the diagram projected to: the old cell it behaves as, and its values. */
interface KeptCell {
  readonly cell: number;
  readonly values: ValueSet;
}

function possibleCells({ cells }: Variable, values: ValueSet | undefined): readonly KeptCell[] {
  return cells.flatMap((members, cell) => {
    if (values === undefined) return [{ cell, values: members }];
    return intersects(members, values) ? [{ cell, values: intersect(members, values) }] : [];
  });
}

/** Cells that lead to the same child at every node. */
function mergeAlike(diagram: OpenDiagram): (variable: Variable, level: number) => readonly KeptCell[] {
  const nodes = Map.groupBy(nodesBelow(diagram.store, diagram.root), (node) => diagram.store.level(node));
  return ({ cells }, level) => {
    const here = nodes.get(level) ?? [];
    const alike = Map.groupBy(cells.keys(), (cell) => here.map((node) => diagram.store.children(node)[cell]).join());
    return [...alike.values()].map((members) => ({
      cell: members[0] ?? 0,
      values: union(...members.map((cell) => cells[cell] ?? [])),
    }));
  };
}

/** The diagram with the kept cells only. A quantity with one cell kept is decided and disappears. */
function project({ store, variables, root }: OpenDiagram, kept: readonly (readonly KeptCell[])[]): OpenDiagram {
  const openLevels = kept.flatMap((cells, level) => (cells.length > 1 ? [level] : []));
  const newLevel = new Map(openLevels.map((level, index) => [level, index]));
  const projected = new DiagramStore(openLevels.length, store.terminals);
  const done = new Map<NodeId, NodeId>();
  const projectNode = (node: NodeId): NodeId => {
    if (store.isTerminal(node)) return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const children = (kept[store.level(node)] ?? []).map(({ cell }) => projectNode(store.children(node)[cell] ?? node));
    const level = newLevel.get(store.level(node));
    const made = level === undefined ? (children[0] ?? node) : projected.branch(level, children);
    done.set(node, made);
    return made;
  };
  return {
    store: projected,
    root: projectNode(root),
    variables: openLevels.map((level) => ({
      quantity: variables[level]?.quantity ?? "",
      cells: (kept[level] ?? []).map(({ values }) => values),
    })),
  };
}

/** The node and every node below it, terminals included, each once. */
export function nodesBelow(store: DiagramStore, root: NodeId): readonly NodeId[] {
  const met = new Set([root]);
  for (const node of met) for (const child of store.children(node)) met.add(child);
  return [...met];
}
