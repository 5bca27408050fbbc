import { forces, type Narrowing, widen } from "./forcing.ts";
import { nodesBelow, type OpenDiagram } from "./openDiagram.ts";
import type { NodeId } from "./store.ts";
import type { SymmetryClass } from "./symmetry.ts";
import { IMPOSSIBLE } from "./terminals.ts";

/**
 * Looks for the smallest minimal narrowings that force a target, from the top level down. What is left to settle is a
 * *front*: the nodes some completion may be at, without those from which nothing but the target (or the impossible) follows.
 *
 *     front {root}  --leave quantity 0 open-->  {all its children}  --narrow quantity 1 to cell 2-->  ...  --> {} settled
 *
 * Beside the front runs, for each narrowing made, the front there would be without it: once the two are equal, the
 * narrowing is not needed and the branch is given up. Of quantities that may change places only one order is tried.
 */
export class WaySearch {
  readonly #open: OpenDiagram;
  readonly #target: NodeId;
  readonly #terminalsBelow: ReadonlyMap<NodeId, number>;
  readonly #part: ReadonlyMap<number, { readonly group: number; readonly first: number }>;
  readonly #fewest = new Map<string, number>();
  readonly #found: Narrowing[] = [];
  #stepsLeft: number;

  constructor(open: OpenDiagram, target: NodeId, classes: readonly SymmetryClass[], steps: number) {
    this.#open = open;
    this.#target = target;
    this.#terminalsBelow = terminalsBelow(open);
    this.#part = new Map(
      classes.flatMap((members, group) => members.map(({ level, first }) => [level, { group, first }] as const)),
    );
    this.#stepsLeft = steps;
  }

  /** Up to `limit` narrowings, smallest first; fewer when there are no more or the steps are used up. */
  find(limit: number): readonly Narrowing[] {
    const root = this.#front([this.#open.root]);
    if (root === null) return [];
    const most = this.#open.variables.length;
    for (let size = this.#fewestNarrowings(root); size <= most && this.#goesOn(limit); size++) {
      this.#descend({ front: root, narrowed: [], ranks: [] }, size, limit);
    }
    return this.#found;
  }

  #goesOn(limit: number): boolean {
    return this.#found.length < limit && this.#stepsLeft > 0;
  }

  #descend(state: State, size: number, limit: number): void {
    if (!this.#goesOn(limit)) return;
    this.#stepsLeft -= 1;
    if (state.front.length === 0) {
      if (state.narrowed.length === size) this.#accept(state.narrowed);
      return;
    }
    if (state.narrowed.length + this.#fewestNarrowings(state.front) > size) return;
    for (const next of this.#nextStates(state)) this.#descend(next, size, limit);
  }

  #accept(narrowed: readonly Narrowed[]): void {
    const cells = new Map(narrowed.map(({ level, cell }) => [level, new Set([cell])]));
    if (this.#found.some((way) => holdsAll(way, cells)) || !forces(this.#open, cells, this.#target)) return;
    this.#found.push(widen(this.#open, cells, this.#target));
  }

  /** Narrowings first, in the order of cells, then the quantity left open. */
  #nextStates(state: State): readonly State[] {
    const level = this.#topLevel(state.front);
    const cells = [...(this.#open.variables[level]?.cells.keys() ?? [])];
    return [...cells, null].flatMap((cell) => this.#nextState(state, level, cell) ?? []);
  }

  #nextState(state: State, level: number, cell: number | null): State | null {
    const ranks = this.#ranksAfter(state.ranks, level, cell);
    const front = this.#step(state.front, level, cell);
    if (ranks === null || front === null) return null;
    const narrowed = state.narrowed.map((each) => ({
      ...each,
      without: each.without && this.#step(each.without, level, cell),
    }));
    if (cell !== null) narrowed.push({ level, cell, without: this.#step(state.front, level, null) });
    return narrowed.some(({ without }) => without !== null && sameFront(without, front))
      ? null
      : { front, narrowed, ranks };
  }

  /** Within a class of interchangeable quantities: first cells, then other cells, then those left open. */
  #ranksAfter(ranks: State["ranks"], level: number, cell: number | null): State["ranks"] | null {
    const part = this.#part.get(level);
    if (part === undefined) return ranks;
    const rank = rankOf(cell, part.first);
    return rank < (ranks[part.group] ?? 0) ? null : Object.assign([...ranks], { [part.group]: rank });
  }

  /** A lower bound on the narrowings a front still needs; exact while steps are left. */
  #fewestNarrowings(front: Front): number {
    if (front.length === 0) return 0;
    const key = front.join();
    const known = this.#fewest.get(key);
    if (known !== undefined) return known;
    if (this.#stepsLeft-- <= 0) return 0;
    const fewest = this.#fewestBelow(front);
    this.#fewest.set(key, fewest);
    return fewest;
  }

  #fewestBelow(front: Front): number {
    const level = this.#topLevel(front);
    const cost = (cell: number | null) => {
      const next = this.#step(front, level, cell);
      return next === null ? Number.POSITIVE_INFINITY : this.#fewestNarrowings(next) + (cell === null ? 0 : 1);
    };
    const cells = [...(this.#open.variables[level]?.cells.keys() ?? [])];
    return Math.min(cost(null), ...cells.map(cost));
  }

  #topLevel(front: Front): number {
    return Math.min(...front.map((node) => this.#open.store.level(node)));
  }

  #step(front: Front, level: number, cell: number | null): Front | null {
    const { store } = this.#open;
    return this.#front(
      front.flatMap((node) => {
        if (store.level(node) !== level) return [node];
        return cell === null ? store.children(node) : (store.children(node)[cell] ?? []);
      }),
    );
  }

  /** The nodes still to settle; `null` when one of them can no longer be settled. */
  #front(nodes: readonly NodeId[]): Front | null {
    const harmless = (1 << this.#target) | (1 << IMPOSSIBLE);
    const unsettled = [...new Set(nodes)].filter((node) => (this.#below(node) & ~harmless) !== 0);
    if (unsettled.some((node) => (this.#below(node) & harmless) === 0)) return null;
    return unsettled.toSorted((a, b) => a - b);
  }

  #below(node: NodeId): number {
    return this.#terminalsBelow.get(node) ?? 0;
  }
}

/** Sorted, without duplicates. */
type Front = readonly NodeId[];

interface State {
  readonly front: Front;
  readonly narrowed: readonly Narrowed[];
  /** By symmetry class: the highest rank so far. */
  readonly ranks: readonly (number | undefined)[];
}

/** A quantity narrowed to a cell, and the front there would be without; `null` when that one could not be settled. */
interface Narrowed {
  readonly level: number;
  readonly cell: number;
  readonly without: Front | null;
}

function rankOf(cell: number | null, first: number): number {
  if (cell === null) return 2;
  return cell === first ? 0 : 1;
}

function sameFront(a: Front, b: Front): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}

/** Whether the cells are a case of the narrowing: at least as narrow at each of its quantities. */
function holdsAll(narrowing: Narrowing, cells: Narrowing): boolean {
  return [...narrowing].every(([level, wide]) => {
    const narrow = cells.get(level);
    return narrow !== undefined && [...narrow].every((cell) => wide.has(cell));
  });
}

/** Bit t for terminal t. */
function terminalsBelow({ store, root }: OpenDiagram): ReadonlyMap<NodeId, number> {
  const below = new Map<NodeId, number>();
  for (const node of nodesBelow(store, root).toSorted((a, b) => store.level(b) - store.level(a))) {
    const own = store.isTerminal(node) ? 1 << node : 0;
    below.set(
      node,
      store.children(node).reduce((all, child) => all | (below.get(child) ?? 0), own),
    );
  }
  return below;
}
