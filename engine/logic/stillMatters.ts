import { nodesBelow, type OpenDiagram } from "./openDiagram.ts";
import type { DiagramNodes } from "./openNodes.ts";
import type { NodeId } from "./store.ts";
import { IMPOSSIBLE } from "./terminals.ts";

/**
 * The quantities of an open diagram whose value alone can change the terminal, in the order of the levels: some completion
 * and another one that differs from it in this quantity only, both possible, end differently. Without impossible completions
 * those are all that are left, for different nodes are different functions and end differently somewhere.
 */
export function stillMatters({ store, root, variables }: OpenDiagram): readonly string[] {
  const nodes = nodesBelow(store, root);
  if (!nodes.includes(IMPOSSIBLE)) return variables.map(({ quantity }) => quantity);
  const differing = new DifferingPairs(store);
  const levels = new Set(nodes.filter((node) => differing.belowSome(node)).map((node) => store.level(node)));
  return variables.filter((_, level) => levels.has(level)).map(({ quantity }) => quantity);
}

/** Pairs of nodes that some possible completion of both ends differently from. */
class DifferingPairs {
  readonly #store: DiagramNodes;
  readonly #checked = new Map<number, boolean>();

  constructor(store: DiagramNodes) {
    this.#store = store;
  }

  belowSome(node: NodeId): boolean {
    const children = [...new Set(this.#store.children(node))];
    return children.some((first, index) => children.slice(index + 1).some((second) => this.#differ(first, second)));
  }

  #differ(first: NodeId, second: NodeId): boolean {
    if (first === second) return false;
    if (first === IMPOSSIBLE || second === IMPOSSIBLE) return false;
    const pair = Math.min(first, second) * this.#store.size + Math.max(first, second);
    const known = this.#checked.get(pair);
    if (known !== undefined) return known;
    const differ = this.#differBelow(first, second);
    this.#checked.set(pair, differ);
    return differ;
  }

  #differBelow(first: NodeId, second: NodeId): boolean {
    const level = Math.min(this.#store.level(first), this.#store.level(second));
    if (this.#store.isTerminal(first) && this.#store.isTerminal(second)) return true;
    const cells = this.#store.level(first) === level ? first : second;
    return this.#store
      .children(cells)
      .some((_, cell) => this.#differ(this.#step(first, level, cell), this.#step(second, level, cell)));
  }

  #step(node: NodeId, level: number, cell: number): NodeId {
    return this.#store.level(node) === level ? (this.#store.children(node)[cell] ?? node) : node;
  }
}
