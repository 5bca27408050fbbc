import { nodesBelow, type OpenDiagram } from "./openDiagram.ts";
import type { DiagramStore, NodeId } from "./store.ts";
import { IMPOSSIBLE } from "./terminals.ts";

/**
 * The quantities of an open diagram whose value alone can change the terminal, in the order of the levels: some completion
 * and another one that differs from it in this quantity only, both possible, end differently.
 */
export function stillMatters(open: OpenDiagram): readonly string[] {
  const nodes = nodesBelow(open.store, open.root);
  const differing = new DifferingPairs(open.store, nodes.includes(IMPOSSIBLE));
  const levels = new Set(nodes.filter((node) => differing.belowSome(node)).map((node) => open.store.level(node)));
  return open.variables.filter((_, level) => levels.has(level)).map(({ quantity }) => quantity);
}

/** Without impossible completions, different nodes are different functions and end differently somewhere. */
class DifferingPairs {
  readonly #store: DiagramStore;
  readonly #assumptions: boolean;
  readonly #checked = new Map<string, boolean>();

  constructor(store: DiagramStore, assumptions: boolean) {
    this.#store = store;
    this.#assumptions = assumptions;
  }

  belowSome(node: NodeId): boolean {
    const children = [...new Set(this.#store.children(node))];
    return children.some((first, index) => children.slice(index + 1).some((second) => this.#differ(first, second)));
  }

  #differ(first: NodeId, second: NodeId): boolean {
    if (first === second) return false;
    if (!this.#assumptions) return true;
    if (first === IMPOSSIBLE || second === IMPOSSIBLE) return false;
    const key = first < second ? `${first} ${second}` : `${second} ${first}`;
    const known = this.#checked.get(key);
    if (known !== undefined) return known;
    const differ = this.#differBelow(first, second);
    this.#checked.set(key, differ);
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
