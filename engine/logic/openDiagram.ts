import { intersect, intersects, isSubset, keptByText, once, union, type ValueSet } from "../values/index.ts";
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
  const kept = whole.variables.map((variable) => keptCells(variable, known));
  const isPossible = (variable: Variable): boolean => keptCells(variable, known).length > 0;
  if (kept.some((cells) => cells.length === 0) || !others.every(isPossible)) return null;
  const make = () => project(whole, kept, (level, cell) => stillPossible(whole, known, level, cell));
  return whole.store.size > LARGEST_KEPT ? make() : ofLateCases(whole)(leftOpen(whole, kept, known), make);
}

/** Larger diagrams are not kept for later cases: a hundred of them would be too much. */
const LARGEST_KEPT = 1000;
const MOST_KEPT = 100;

/** Many cases leave open the same, so what is found out about that (`waysTo`) is found out once. */
const ofLateCases = once<OpenDiagram, (text: string, make: () => OpenDiagram) => OpenDiagram>(() =>
  keptByText(MOST_KEPT),
);

/** The cells a case leaves, and of those quantities that it leaves in several the values. */
function leftOpen({ variables }: OpenDiagram, kept: Kept, known: QuantitiesKnown): string {
  const told = kept.map((cells, level) => {
    const values = cells.length < 2 ? undefined : known.get(variables[level]?.quantity ?? "")?.values;
    return values === undefined
      ? cells.join()
      : `${cells.join()}:${values.map(({ low, high }) => `${low}~${high}`).join()}`;
  });
  return told.join("|");
}

/** What a diagram says before any case: every case is projected from it. `others`: quantities without effect. */
export const withNothingKnown = once((diagram: OpenDiagram) => {
  const all = diagram.variables.map(({ cells }) => [...cells.keys()]);
  const whole = project(diagram, all, (level, cell) => cellOf(diagram, level, cell));
  const left = new Set(whole.variables.map(({ quantity }) => quantity));
  return { whole, others: diagram.variables.filter(({ quantity }) => !left.has(quantity)) };
});

/** The cells that a case leaves possible, by their place. */
export function keptCells({ quantity, cells }: Variable, known: QuantitiesKnown): readonly number[] {
  const values = known.get(quantity)?.values;
  const [first, second] = cells;
  if (first !== undefined && second !== undefined && cells.length === 2)
    return keptOfTwo(
      values === undefined || intersects(first, values),
      values === undefined || intersects(second, values),
    );
  const kept: number[] = [];
  for (let cell = 0; cell < cells.length; cell++)
    if (values === undefined || intersects(cells[cell] ?? [], values)) kept.push(cell);
  return kept;
}

/** Most quantities have two cells, of which nothing need be made for each case. */
function keptOfTwo(first: boolean, second: boolean): readonly number[] {
  if (first) return second ? bothCells : firstCell;
  return second ? secondCell : noCell;
}

const [bothCells, firstCell, secondCell, noCell] = [[0, 1], [0], [1], []] as const;

/** A cell that is left whole keeps the set that it has, so that what is said of it can be kept with it. */
function stillPossible(whole: OpenDiagram, known: QuantitiesKnown, level: number, cell: number): ValueSet {
  const members = cellOf(whole, level, cell);
  const values = known.get(whole.variables[level]?.quantity ?? "")?.values;
  return values === undefined || isSubset(members, values) ? members : intersect(members, values);
}

function cellOf({ variables }: OpenDiagram, level: number, cell: number): ValueSet {
  return variables[level]?.cells[cell] ?? [];
}

/** By level. */
type Kept = readonly (readonly number[])[];

/** The diagram with the kept cells only. A quantity that is decided by them, or without effect, disappears. */
function project(
  { store, root, variables }: OpenDiagram,
  kept: Kept,
  valuesOf: (level: number, cell: number) => ValueSet,
): OpenDiagram {
  const { nodes, top, byLevel } = projected(store, root, kept);
  const numbers: number[] = [];
  const firstCells: (readonly number[])[] = [];
  const left: Variable[] = [];
  for (const [level, { quantity }] of variables.entries()) {
    const here = byLevel[level];
    if (here === undefined) continue;
    const cells = kept[level] ?? [];
    const alike = cellsAlike(nodes, here, cells.length);
    numbers[level] = left.length;
    firstCells[level] = alike.map(([first = 0]) => first);
    left.push({ quantity, cells: alike.map((places) => together(places, (at) => valuesOf(level, cells[at] ?? 0))) });
  }
  return { store: nodes.renumbered(numbers, firstCells), root: top, variables: left };
}

function together([only = 0, ...more]: readonly number[], valuesAt: (place: number) => ValueSet): ValueSet {
  return more.length === 0 ? valuesAt(only) : union(valuesAt(only), ...more.map(valuesAt));
}

interface Projected {
  readonly nodes: OpenNodes;
  readonly top: NodeId;
  /** The nodes of each level that has any. */
  readonly byLevel: readonly (readonly NodeId[] | undefined)[];
}

/** Every node after its children: the nodes that kept cells lead to, with the children those lead to. */
function projected(store: DiagramNodes, root: NodeId, kept: Kept): Projected {
  const reached = reachedFrom(store, root, kept);
  const nodes = new OpenNodes(store.terminals, store.size);
  const made: NodeId[] = [];
  const byLevel: NodeId[][] = [];
  const after = (node: NodeId): NodeId => (store.isTerminal(node) ? node : (made[node] ?? node));
  for (let node = store.terminals; node <= root; node++) {
    if (reached[node] === 0) continue;
    const level = store.level(node);
    const children = store.children(node);
    const before = nodes.size;
    const open = nodes.add(level, kept[level]?.map((cell) => after(children[cell] ?? node)) ?? []);
    if (nodes.size > before) (byLevel[level] ??= []).push(open);
    made[node] = open;
  }
  return { nodes, top: after(root), byLevel };
}

/** By node: 1 for those that completions of the case come by. Parents stand after their children. */
export function reachedFrom(store: DiagramNodes, root: NodeId, kept: Kept): Uint8Array {
  const reached = new Uint8Array(root + 1);
  reached[root] = 1;
  for (let node = root; node >= store.terminals; node--) {
    if (reached[node] === 0) continue;
    const children = store.children(node);
    for (const cell of kept[store.level(node)] ?? []) reached[children[cell] ?? node] = 1;
  }
  return reached;
}

/** Kept cells, by place, that lead to the same child at every node of their level. */
function cellsAlike(nodes: DiagramNodes, here: readonly NodeId[], count: number): readonly (readonly number[])[] {
  if (count === 2) return eachAlone;
  const columns = here.map((node) => nodes.children(node));
  const places = Array.from({ length: count }, (_, place) => place);
  return [...Map.groupBy(places, (place) => columns.map((children) => children[place]).join()).values()];
}

/** Of two cells that a node tells apart. */
const eachAlone = [[0], [1]] as const;

/** The node and every node below it, terminals included, each once. */
export function nodesBelow(store: DiagramNodes, root: NodeId): readonly NodeId[] {
  const met = new Set([root]);
  for (const node of met) for (const child of store.children(node)) met.add(child);
  return [...met];
}
