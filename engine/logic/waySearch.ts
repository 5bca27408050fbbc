import { forces, type Narrowing, widen } from "./forcing.ts";
import { type Front, Fronts } from "./fronts.ts";
import type { OpenDiagram } from "./openDiagram.ts";
import type { NodeId } from "./store.ts";
import type { SymmetryClass } from "./symmetry.ts";
import { IMPOSSIBLE } from "./terminals.ts";

/** What all searches of one case share. */
export interface Searched {
  readonly open: OpenDiagram;
  readonly classes: readonly SymmetryClass[];
  /** By node: the terminals below, bit t for terminal t. */
  readonly below: Int32Array;
}

/**
 * Looks for the smallest minimal narrowings that force a target, from the top level down. What is left to settle is a
 * *front*:
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
  readonly #fronts: Fronts;
  /** By level: the class of the quantity, and the cell that comes first in it. */
  readonly #part: readonly ({ readonly group: number; readonly first: number } | undefined)[];
  readonly #hasImpossible: boolean;
  /** By the narrowings a state promises; of equals, the one added last goes first. */
  readonly #waiting: State[][] = [];

  /** `work`: nodes of fronts that may be looked at. */
  constructor({ open, classes, below }: Searched, target: NodeId, work: number) {
    this.#open = open;
    this.#target = target;
    this.#fronts = new Fronts(open, below, target, work);
    this.#hasImpossible = ((below[open.root] ?? 0) & (1 << IMPOSSIBLE)) !== 0;
    const part: { group: number; first: number }[] = [];
    for (const [group, members] of classes.entries())
      for (const { level, first } of members) part[level] = { group, first };
    this.#part = part;
  }

  /** Up to `limit` narrowings, smallest first; fewer when there are no more or the work is used up. */
  find(limit: number): readonly Narrowing[] {
    const found: Narrowing[] = [];
    const first = this.#fronts.first();
    if (first !== null) this.#await({ front: first, narrowed: [], ranks: [] });
    while (found.length < limit && this.#fronts.workLeft > 0) {
      const state = this.#waiting.find((states) => states.length > 0)?.pop();
      if (state === undefined) break;
      if (state.front.nodes.length > 0) this.#awaitNext(state);
      else found.push(...this.#accepted(state.narrowed, found));
    }
    return found;
  }

  #await(state: State): void {
    const promised = state.narrowed.length + this.#fewestNarrowings(state.front);
    if (promised > this.#open.variables.length) return;
    while (this.#waiting.length <= promised) this.#waiting.push([]);
    this.#waiting[promised]?.push(state);
  }

  /** The narrowing, as wide as it may be, unless it is one of those found. */
  #accepted(narrowed: readonly Narrowed[], found: readonly Narrowing[]): readonly Narrowing[] {
    const cells = narrowed.map(({ level, cell }) => ({ level, cells: [cell] }));
    if (found.some((way) => holdsAll(way, narrowed))) return [];
    if (this.#hasImpossible && !forces(this.#open, cells, this.#target)) return [];
    return [widen(this.#open, cells, this.#target)];
  }

  /** The last is tried first: narrowings in the order of cells, then the quantity left open. */
  #awaitNext(state: State): void {
    const { level } = state.front;
    this.#awaitStep(state, level, null);
    for (let cell = this.#cellsAt(level) - 1; cell >= 0; cell--) this.#awaitStep(state, level, cell);
  }

  #awaitStep(state: State, level: number, cell: number | null): void {
    this.#fronts.workLeft -= 1 + state.narrowed.length;
    const ranks = this.#ranksAfter(state.ranks, level, cell);
    const front = ranks && this.#fronts.step(state.front, level, cell);
    if (ranks === null || front === null) return;
    const narrowed: Narrowed[] = [];
    for (const each of state.narrowed) {
      const followed = this.#follow(each, level, cell);
      if (followed.without === front) return;
      narrowed.push(followed);
    }
    if (cell !== null) {
      const without = this.#fronts.step(state.front, level, null);
      if (without === front) return;
      narrowed.push({ level, cell, without });
    }
    this.#await({ front, narrowed, ranks });
  }

  /** What cannot be settled without the narrowing never will be: there is no need to follow it further. */
  #follow(narrowed: Narrowed, level: number, cell: number | null): Narrowed {
    if (narrowed.without === null || narrowed.without.level !== level) return narrowed;
    const without = this.#fronts.step(narrowed.without, level, cell);
    return { level: narrowed.level, cell: narrowed.cell, without };
  }

  /** Within a class of interchangeable quantities: first cells, then other cells, then those left open. */
  #ranksAfter(ranks: State["ranks"], level: number, cell: number | null): State["ranks"] | null {
    const part = this.#part[level];
    if (part === undefined) return ranks;
    const rank = rankOf(cell, part.first);
    if (rank < (ranks[part.group] ?? 0)) return null;
    if (rank === ranks[part.group]) return ranks;
    const after = [...ranks];
    after[part.group] = rank;
    return after;
  }

  /** A lower bound on the narrowings a front still needs; exact while work is left. */
  #fewestNarrowings(front: Front): number {
    if (front.fewest !== null) return front.fewest;
    if (this.#fronts.workLeft <= 0) return 0;
    const fewest = this.#fewestBelow(front);
    front.fewest = fewest;
    return fewest;
  }

  #fewestBelow(front: Front): number {
    const open = this.#fronts.step(front, front.level, null);
    let fewest = open === null ? Number.POSITIVE_INFINITY : this.#fewestNarrowings(open);
    for (let cell = this.#cellsAt(front.level) - 1; cell >= 0; cell--) {
      const next = this.#fronts.step(front, front.level, cell);
      if (next !== null) fewest = Math.min(fewest, 1 + this.#fewestNarrowings(next));
    }
    return fewest;
  }

  #cellsAt(level: number): number {
    return this.#open.variables[level]?.cells.length ?? 0;
  }
}

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

/** Whether the cells are a case of the narrowing: at least as narrow at each of its quantities. */
function holdsAll(narrowing: Narrowing, narrowed: readonly Narrowed[]): boolean {
  return narrowing.every(({ level, cells }) => narrowed.some((one) => one.level === level && cells.includes(one.cell)));
}
