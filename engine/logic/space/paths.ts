import type { Variable } from "../cells.ts";
import { type DiagramStore, FALSE, type NodeId, TRUE } from "../store.ts";
import type { Cube } from "./assignment.ts";

/** What a path asks of a case: each quantity costs more than any choice of its values. */
const costOfQuantity = 16;

/** One way on from a node: all cells that lead to the same child. */
interface Step {
  readonly child: NodeId;
  readonly cells: readonly number[];
  readonly cost: number;
}

interface Path {
  readonly node: NodeId;
  readonly cost: number;
  /** With the least that the way from here to true costs. */
  readonly total: number;
  readonly steps: Path | null;
  readonly level: number;
  readonly cells: readonly number[];
}

/**
 * The ways through a diagram that end in true, the cheapest first: few quantities, and of these the wider choice of values.
 * Ways of the same cost come in the order of reading.
 */
export function* cheapestPaths(
  store: DiagramStore,
  variables: readonly Variable[],
  root: NodeId,
): Generator<Cube, void, undefined> {
  const costs = new Costs(store, variables);
  const ahead = new Queue();
  const start = costs.of(root);
  if (start === Number.POSITIVE_INFINITY) return;
  ahead.add({ node: root, cost: 0, total: start, steps: null, level: -1, cells: [] });
  for (let next = ahead.take(); next !== null; next = ahead.take()) {
    if (next.node === TRUE) yield cubeOfPath(next);
    else
      for (const { child, cells, cost } of costs.stepsFrom(next.node)) {
        const rest = costs.of(child);
        if (rest === Number.POSITIVE_INFINITY) continue;
        const level = store.level(next.node);
        const spent = next.cost + cost;
        ahead.add({ node: child, cost: spent, total: spent + rest, steps: next, level, cells });
      }
  }
}

function cubeOfPath(end: Path): Cube {
  const steps: (readonly [number, readonly number[]])[] = [];
  for (let at: Path | null = end; at !== null; at = at.steps) if (at.level >= 0) steps.push([at.level, at.cells]);
  return new Map(steps.toReversed());
}

/** The least that the way from each node to true costs. */
class Costs {
  readonly #store: DiagramStore;
  readonly #variables: readonly Variable[];
  readonly #known = new Map<NodeId, number>([
    [TRUE, 0],
    [FALSE, Number.POSITIVE_INFINITY],
  ]);

  constructor(store: DiagramStore, variables: readonly Variable[]) {
    this.#store = store;
    this.#variables = variables;
  }

  of(node: NodeId): number {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    if (this.#store.isTerminal(node)) return Number.POSITIVE_INFINITY;
    const least = Math.min(...this.stepsFrom(node).map(({ child, cost }) => cost + this.of(child)));
    this.#known.set(node, least);
    return least;
  }

  stepsFrom(node: NodeId): readonly Step[] {
    const all = this.#variables[this.#store.level(node)]?.cells.length ?? 1;
    const byChild = Map.groupBy(this.#store.children(node).keys(), (cell) => this.#store.children(node)[cell] ?? FALSE);
    return [...byChild].map(([child, cells]) => ({
      child,
      cells,
      cost: costOfQuantity + Math.round((1 - cells.length / all) * (costOfQuantity - 1)),
    }));
  }
}

/** The path of the least total first; of equals the one that came farthest, since `k of n` has thousands; then the one added first. */
class Queue {
  readonly #heap: { readonly path: Path; readonly order: number }[] = [];
  #added = 0;

  add(path: Path): void {
    this.#heap.push({ path, order: this.#added++ });
    let at = this.#heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  take(): Path | null {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first === undefined || last === undefined) return null;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink();
    }
    return first.path;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.#heap.length && this.#isBefore(left, least)) least = left;
      if (right < this.#heap.length && this.#isBefore(right, least)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    if (a.path.total !== b.path.total) return a.path.total < b.path.total;
    return a.path.level === b.path.level ? a.order < b.order : a.path.level > b.path.level;
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}
