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
 * narrowing is not needed and the branch is given up. Of quantities that may change places only one order is tried. The
 * state that promises the fewest narrowings goes first.
 */
export class WaySearch {
  readonly #open: OpenDiagram;
  readonly #target: NodeId;
  readonly #terminalsBelow: ReadonlyMap<NodeId, number>;
  readonly #part: ReadonlyMap<number, { readonly group: number; readonly first: number }>;
  readonly #fewest = new Map<string, number>();
  /** By the narrowings a state promises; of equals, the one added last goes first. */
  readonly #waiting: State[][] = [];
  #workLeft: number;

  /** `work`: nodes of fronts that may be looked at. */
  constructor(open: OpenDiagram, target: NodeId, classes: readonly SymmetryClass[], work: number) {
    this.#open = open;
    this.#target = target;
    this.#terminalsBelow = terminalsBelow(open);
    this.#part = new Map(
      classes.flatMap((members, group) => members.map(({ level, first }) => [level, { group, first }] as const)),
    );
    this.#workLeft = work;
  }

  /** Up to `limit` narrowings, smallest first; fewer when there are no more or the work is used up. */
  find(limit: number): readonly Narrowing[] {
    const found: Narrowing[] = [];
    this.#await({ front: this.#front([this.#open.root]), narrowed: [], ranks: [] });
    while (found.length < limit && this.#workLeft > 0) {
      const state = this.#waiting.find((states) => states.length > 0)?.pop();
      if (state === undefined) break;
      if (state.front.length > 0) for (const next of this.#nextStates(state)) this.#await(next);
      else found.push(...this.#accepted(state.narrowed, found));
    }
    return found;
  }

  #await(state: PossibleState): void {
    if (state.front === null) return;
    const promised = state.narrowed.length + this.#fewestNarrowings(state.front);
    if (promised > this.#open.variables.length) return;
    while (this.#waiting.length <= promised) this.#waiting.push([]);
    this.#waiting[promised]?.push({ ...state, front: state.front });
  }

  /** The narrowing, as wide as it may be, unless it is one of those found. */
  #accepted(narrowed: readonly Narrowed[], found: readonly Narrowing[]): readonly Narrowing[] {
    const cells = new Map(narrowed.map(({ level, cell }) => [level, new Set([cell])]));
    if (found.some((way) => holdsAll(way, cells)) || !forces(this.#open, cells, this.#target)) return [];
    return [widen(this.#open, cells, this.#target)];
  }

  /** The last is tried first: narrowings in the order of cells, then the quantity left open. */
  #nextStates(state: State): readonly PossibleState[] {
    const level = this.#topLevel(state.front);
    const cells = [...(this.#open.variables[level]?.cells.keys() ?? [])];
    return [null, ...cells.toReversed()].flatMap((cell) => this.#nextState(state, level, cell) ?? []);
  }

  #nextState(state: State, level: number, cell: number | null): PossibleState | null {
    const ranks = this.#ranksAfter(state.ranks, level, cell);
    const front = ranks && this.#step(state.front, level, cell);
    if (ranks === null || front === null) return null;
    const narrowed = state.narrowed.map((each) => this.#follow(each, level, cell));
    if (cell !== null) narrowed.push({ level, cell, without: this.#step(state.front, level, null) });
    const unneeded = narrowed.some(({ without }) => without !== null && sameFront(without, front));
    return unneeded ? null : { front, narrowed, ranks };
  }

  /** What cannot be settled without the narrowing never will be: there is no need to follow it further. */
  #follow(narrowed: Narrowed, level: number, cell: number | null): Narrowed {
    if (narrowed.without === null) return narrowed;
    return { ...narrowed, without: this.#step(narrowed.without, level, cell) };
  }

  /** Within a class of interchangeable quantities: first cells, then other cells, then those left open. */
  #ranksAfter(ranks: State["ranks"], level: number, cell: number | null): State["ranks"] | null {
    const part = this.#part.get(level);
    if (part === undefined) return ranks;
    const rank = rankOf(cell, part.first);
    return rank < (ranks[part.group] ?? 0) ? null : Object.assign([...ranks], { [part.group]: rank });
  }

  /** A lower bound on the narrowings a front still needs; exact while work is left. */
  #fewestNarrowings(front: Front): number {
    if (front.length === 0) return 0;
    const key = front.join();
    const known = this.#fewest.get(key);
    if (known !== undefined) return known;
    if (this.#workLeft <= 0) return 0;
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
    const next: NodeId[] = [];
    for (const node of front) {
      if (store.level(node) !== level) next.push(node);
      else if (cell === null) next.push(...store.children(node));
      else next.push(store.children(node)[cell] ?? node);
    }
    return this.#front(next);
  }

  /** The nodes still to settle; `null` when one of them can no longer be settled. */
  #front(nodes: readonly NodeId[]): Front | null {
    this.#workLeft -= nodes.length;
    const harmless = (1 << this.#target) | (1 << IMPOSSIBLE);
    const unsettled = new Set<NodeId>();
    for (const node of nodes) {
      const below = this.#terminalsBelow.get(node) ?? 0;
      if ((below & harmless) === 0) return null;
      if ((below & ~harmless) !== 0) unsettled.add(node);
    }
    return [...unsettled].toSorted((a, b) => a - b);
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

/** `front: null`: no longer to be settled. */
type PossibleState = Omit<State, "front"> & { readonly front: Front | null };

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
