import type { OpenDiagram } from "./openDiagram.ts";
import type { NodeId } from "./store.ts";
import { IMPOSSIBLE } from "./terminals.ts";

/**
 * What is left to settle after some steps down a diagram: the nodes that some completion may be at, without those from which
 * nothing but the target (or the impossible) follows. Equal fronts are the same object.
 */
export interface Front {
  /** Each once; none: settled. */
  readonly nodes: readonly NodeId[];
  /** The topmost level that they ask. */
  readonly level: number;
  /** By cell of that level, then for all of its cells at once: where it leads; `null`, to where it can no longer be settled. */
  readonly next: (Front | null)[];
  /** A lower bound on the narrowings it takes to settle it, once it was looked for. */
  fewest: number | null;
}

/** Every front that a search for one target comes by, and the steps between them, each made once. */
export class Fronts {
  readonly #open: OpenDiagram;
  readonly #known = new Map<number | string, Front>();
  readonly #harmless: number;
  readonly #below: Int32Array;
  /** Nodes of fronts that may yet be looked at. */
  workLeft: number;

  constructor(open: OpenDiagram, below: Int32Array, target: NodeId, work: number) {
    this.#open = open;
    this.#harmless = (1 << target) | (1 << IMPOSSIBLE);
    this.#below = below;
    this.workLeft = work;
  }

  first(): Front | null {
    return this.#front([this.#open.root]);
  }

  /** Once the quantity of `level` is in `cell`; `null`: left open. A front that does not ask it stays as it is. */
  step(front: Front, level: number, cell: number | null): Front | null {
    if (front.level !== level) return front;
    const way = cell ?? this.#open.variables[level]?.cells.length ?? 0;
    const known = front.next[way];
    if (known !== undefined) return known;
    const next = this.#stepDown(front, cell);
    front.next[way] = next;
    return next;
  }

  #stepDown({ nodes, level }: Front, cell: number | null): Front | null {
    const { store } = this.#open;
    const next: NodeId[] = [];
    for (const node of nodes) {
      const children = store.children(node);
      if (store.level(node) !== level) next.push(node);
      else if (cell === null) next.push(...children);
      else next.push(children[cell] ?? node);
    }
    return this.#front(next);
  }

  /** The nodes still to settle; `null` when one of them can no longer be settled. */
  #front(nodes: readonly NodeId[]): Front | null {
    this.workLeft -= nodes.length;
    const unsettled: NodeId[] = [];
    for (const node of nodes) {
      const below = this.#below[node] ?? 0;
      if ((below & this.#harmless) === 0) return null;
      if ((below & ~this.#harmless) !== 0 && !unsettled.includes(node)) unsettled.push(node);
    }
    return this.#same(unsettled);
  }

  #same(nodes: readonly NodeId[]): Front {
    const key = this.#keyOf(nodes);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let level = Number.POSITIVE_INFINITY;
    for (const node of nodes) level = Math.min(level, this.#open.store.level(node));
    const front = { nodes, level, next: [], fewest: nodes.length === 0 ? 0 : null };
    this.#known.set(key, front);
    return front;
  }

  /** Of few nodes in all, a bit each in an exact number. */
  #keyOf(nodes: readonly NodeId[]): number | string {
    const { terminals, size } = this.#open.store;
    if (size - terminals > exactBits) return nodes.toSorted((a, b) => a - b).join();
    let key = 0;
    for (const node of nodes) key += bits[node - terminals] ?? 0;
    return key;
  }
}

const exactBits = 52;

const bits = Array.from({ length: exactBits }, (_, bit) => 2 ** bit);

/** By node: the terminals below, bit t for terminal t. */
export function terminalsBelow({ store, root }: OpenDiagram): Int32Array {
  const below = new Int32Array(Math.max(root + 1, store.terminals));
  for (let terminal = 0; terminal < store.terminals; terminal++) below[terminal] = 1 << terminal;
  for (let node = store.terminals; node <= root; node++) {
    let all = 0;
    for (const child of store.children(node)) all |= below[child] ?? 0;
    below[node] = all;
  }
  return below;
}
