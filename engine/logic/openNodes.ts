import type { DiagramStore, NodeId } from "./store.ts";

/** The nodes of a diagram, to be read. Terminals come first, and every node has a larger id than its children. */
export type DiagramNodes = Pick<DiagramStore, "terminals" | "size" | "level" | "isTerminal" | "children">;

/** Nodes while a small diagram is drawn: equal ones are the same, and none asks what makes no difference. */
export class OpenNodes implements DiagramNodes {
  readonly terminals: number;
  readonly #levels: number[] = [];
  readonly #children: (readonly NodeId[])[] = [];
  /** By a hash of level and children: the node, or 0 (which is a terminal) for none. At least half of it is free. */
  readonly #slots: Int32Array;

  /** `most`: how many nodes may be added. */
  constructor(terminals: number, most: number) {
    this.terminals = terminals;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  get size(): number {
    return this.terminals + this.#levels.length;
  }

  /** Of a terminal, below every other. */
  level(node: NodeId): number {
    return this.#levels[node - this.terminals] ?? Number.POSITIVE_INFINITY;
  }

  isTerminal(node: NodeId): boolean {
    return node < this.terminals;
  }

  children(node: NodeId): readonly NodeId[] {
    return this.#children[node - this.terminals] ?? [];
  }

  add(level: number, children: readonly NodeId[]): NodeId {
    const [first = 0] = children;
    if (children.every((child) => child === first)) return first;
    const slot = this.#slotOf(level, children);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known;
    const node = this.size;
    this.#slots[slot] = node;
    this.#levels.push(level);
    this.#children.push(children);
    return node;
  }

  /** The same nodes, of each only the cells that `cells` gives for its level, the levels numbered anew by `levels`. */
  renumbered(levels: readonly number[], cells: readonly (readonly number[] | undefined)[]): DiagramNodes {
    const other = new OpenNodes(this.terminals, 0);
    for (const [at, level] of this.#levels.entries()) {
      const children = this.#children[at] ?? [];
      other.#levels.push(levels[level] ?? level);
      other.#children.push(cells[level]?.map((cell) => children[cell] ?? 0) ?? children);
    }
    return other;
  }

  /** Where the node stands, or would stand. */
  #slotOf(level: number, children: readonly NodeId[]): number {
    const last = this.#slots.length - 1;
    let slot = hash(level, children) & last;
    for (let node = this.#slots[slot]; node; node = this.#slots[slot]) {
      if (this.level(node) === level && sameNodes(this.children(node), children)) break;
      slot = (slot + 1) & last;
    }
    return slot;
  }
}

function hash(level: number, children: readonly NodeId[]): number {
  let mixed = level + 1;
  for (const child of children) mixed = Math.imul(mixed ^ child, 0x9e3779b1) + child;
  return mixed ^ (mixed >>> 15);
}

function sameNodes(some: readonly NodeId[], others: readonly NodeId[]): boolean {
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return some.length === others.length;
}
