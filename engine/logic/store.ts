/**
 * Ordered multi-valued decision diagrams, shared and reduced: equal functions are the same node.
 *
 *     level 0   quantity A     [child per cell]
 *     level 1   quantity B     [child per cell]
 *     ...
 *     terminals                0 = false, 1 = true, and further ones the caller numbers
 */
export type NodeId = number;

export const FALSE: NodeId = 0;
export const TRUE: NodeId = 1;

/** Stands in for a diagram that did not fit into the budget; whatever is made of it does not fit either. */
export const TOO_LARGE: NodeId = -1;

/** Node ids stay below this, so that two of them make one exact number. */
const idLimit = 2 ** 26;

/** Cells that `branch` and `choose` may look at for each node of a budget: most lead to a node that is there already. */
const cellsPerNode = 40;

/** Quantities of one diagram, for each of which `choose` may go one call deeper. Far more than any written rule has. */
export const levelsLimit = 2_000;

export class DiagramStore {
  readonly #levels: number[];
  readonly #children: (readonly NodeId[])[];
  readonly #bottom: number;
  readonly #terminals: number;
  readonly #known = new TupleTable();
  readonly #chosen: Map<number, NodeId>[] = [];
  readonly #nodeLimit: number;
  #cellsLeft: number;

  /**
   * `levels`: how many quantities there are; `terminals`: how many terminals, `FALSE` and `TRUE` included;
   * `budget`: how many nodes there may be; beyond them, whatever new is made is `TOO_LARGE`.
   */
  constructor(levels: number, terminals: number, budget: number = Number.POSITIVE_INFINITY) {
    this.#bottom = levels;
    this.#terminals = terminals;
    this.#nodeLimit = Math.min(terminals + budget, idLimit);
    this.#cellsLeft = levels > levelsLimit ? 0 : budget * cellsPerNode;
    this.#levels = Array.from({ length: terminals }, () => levels);
    this.#children = Array.from({ length: terminals }, () => []);
  }

  /** How many terminals there are. */
  get terminals(): number {
    return this.#terminals;
  }

  get size(): number {
    return this.#levels.length;
  }

  /** The level of the quantity a node asks about; for terminals the number of levels. */
  level(node: NodeId): number {
    return this.#levels[node] ?? this.#bottom;
  }

  isTerminal(node: NodeId): boolean {
    return this.level(node) === this.#bottom;
  }

  /** By cell. */
  children(node: NodeId): readonly NodeId[] {
    return this.#children[node] ?? [];
  }

  /** The function that asks the quantity at `level` and goes on with the child of its cell. */
  branch(level: number, children: readonly NodeId[]): NodeId {
    this.#cellsLeft -= children.length;
    return this.#cellsLeft < 0 ? TOO_LARGE : this.#node(level, children);
  }

  #node(level: number, children: readonly NodeId[]): NodeId {
    const first = children[0] ?? TOO_LARGE;
    if (children.includes(TOO_LARGE)) return TOO_LARGE;
    if (children.every((child) => child === first)) return first;
    const node = this.#known.find(level, children, this.size);
    return node === this.size ? this.#add(level, children) : node;
  }

  #add(level: number, children: readonly NodeId[]): NodeId {
    if (this.size >= this.#nodeLimit) {
      this.#known.forget(level, children);
      return TOO_LARGE;
    }
    this.#children.push(children);
    return this.#levels.push(level) - 1;
  }

  /** `condition` (true or false everywhere) ? `whenTrue` : `whenFalse`. Every other operation is made of this one. */
  choose(condition: NodeId, whenTrue: NodeId, whenFalse: NodeId): NodeId {
    if (condition === TOO_LARGE || whenTrue === TOO_LARGE || whenFalse === TOO_LARGE) return TOO_LARGE;
    if (condition === TRUE || whenTrue === whenFalse) return whenTrue;
    if (condition === FALSE) return whenFalse;
    if (whenTrue === TRUE && whenFalse === FALSE) return condition;
    const memo = (this.#chosen[condition] ??= new Map());
    const key = whenTrue * idLimit + whenFalse;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const chosen = this.#chooseByCell(condition, whenTrue, whenFalse);
    if (chosen !== TOO_LARGE) memo.set(key, chosen);
    return chosen;
  }

  #chooseByCell(condition: NodeId, whenTrue: NodeId, whenFalse: NodeId): NodeId {
    const level = Math.min(this.level(condition), this.level(whenTrue), this.level(whenFalse));
    const cells = [condition, whenTrue, whenFalse].find((node) => this.level(node) === level) ?? condition;
    const { length } = this.children(cells);
    this.#cellsLeft -= length;
    if (this.#cellsLeft < 0) return TOO_LARGE;
    const children: NodeId[] = [];
    for (let cell = 0; cell < length; cell++) {
      const child = this.choose(
        this.#step(condition, level, cell),
        this.#step(whenTrue, level, cell),
        this.#step(whenFalse, level, cell),
      );
      if (child === TOO_LARGE) return TOO_LARGE;
      children.push(child);
    }
    return this.#node(level, children);
  }

  /** The node reached when the quantity at `level` is in `cell`. */
  #step(node: NodeId, level: number, cell: number): NodeId {
    return this.level(node) === level ? (this.children(node)[cell] ?? TOO_LARGE) : node;
  }
}

/** Finds a number for each (level, children), exactly, by pairing one element after the other. */
class TupleTable {
  readonly #pairs = new Map<number, number>();
  readonly #nodes = new Map<number, NodeId>();

  /** The node kept for the tuple; `fresh`, which is kept from now on, if there was none. */
  find(level: number, children: readonly NodeId[], fresh: NodeId): NodeId {
    const tuple = this.#tuple(level, children);
    const known = this.#nodes.get(tuple);
    if (known === undefined) this.#nodes.set(tuple, fresh);
    return known ?? fresh;
  }

  forget(level: number, children: readonly NodeId[]): void {
    this.#nodes.delete(this.#tuple(level, children));
  }

  #tuple(level: number, children: readonly NodeId[]): number {
    const written = children.length > fewChildren ? runsOf(children) : children;
    return written.reduce((prefix, part) => this.#pair(prefix, part), -1 - level);
  }

  /** Prefixes are numbered from 0, levels stand at -1 and below, so no two tuples meet. */
  #pair(prefix: number, child: NodeId): number {
    const key = (prefix + levelLimit) * idLimit + child;
    const known = this.#pairs.get(key) ?? this.#pairs.size;
    this.#pairs.set(key, known);
    return known;
  }
}

/** Nodes of one level have as many children each, so that either all or none of them are written as runs. */
const fewChildren = 8;

/** `5 5 5 0` as `5 3 0 1`: of a quantity with thousands of cells, most lead to the same child. */
function runsOf(children: readonly NodeId[]): readonly number[] {
  const runs: number[] = [];
  let start = 0;
  for (let at = 1; at <= children.length; at++) {
    if (children[at] === children[start]) continue;
    runs.push(children[start] ?? TOO_LARGE, at - start);
    start = at;
  }
  return runs;
}

/** More quantities than any guideline has. */
const levelLimit = 2 ** 20;
