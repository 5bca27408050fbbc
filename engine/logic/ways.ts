import type { SettledOutcome } from "../ir/index.ts";
import { union, type ValueSet } from "../values/index.ts";
import { dropUnneeded, type Narrowing, onePathTo, widen } from "./forcing.ts";
import { terminalsBelow } from "./fronts.ts";
import type { OpenDiagram } from "./openDiagram.ts";
import { type SymmetryClass, symmetryClasses } from "./symmetry.ts";
import { outcomeTerminal } from "./terminals.ts";
import { type Searched, WaySearch } from "./waySearch.ts";

/**
 * A minimal set of things to document that settles the outcome: once all of its steps are known, every completion gives
 * `towards`; leave one out, and not every completion does.
 */
export interface QuantityWay {
  readonly towards: SettledOutcome;
  readonly steps: readonly QuantityStep[];
}

/**
 * `values`: the quantity turns out to be one of these. `some of`: that many of the listed, whichever; when two steps of a
 * way list the same quantities, each quantity serves one of them.
 */
export type QuantityStep =
  | (NeededValues & { readonly kind: "values" })
  | { readonly kind: "some of"; readonly count: number; readonly of: readonly NeededValues[] };

export interface NeededValues {
  readonly quantity: string;
  /** Part of what the case leaves possible. */
  readonly values: ValueSet;
}

/** Ways shown for a service. */
const mostWays = 10;

/** Work of the search for each outcome: at worst some ten milliseconds. */
const searchWork = 100_000;

/**
 * Ways to each possible outcome, smallest first, at most ten, the outcomes taking turns; none when only one is possible.
 * When the work is used up, every way given is minimal still and every outcome has one, but a smaller one may be missing.
 */
export function waysTo(
  open: OpenDiagram,
  possible: readonly SettledOutcome[],
  work: number = searchWork,
): readonly QuantityWay[] {
  if (possible.length < 2) return [];
  const searched = { open, classes: symmetryClasses(open), below: terminalsBelow(open) };
  const telling = new StepTelling(searched);
  return takingTurns(possible.map((towards) => waysTowards(searched, telling, towards, work)))
    .slice(0, mostWays)
    .toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

function waysTowards(
  searched: Searched,
  telling: StepTelling,
  towards: SettledOutcome,
  work: number,
): readonly QuantityWay[] {
  const target = outcomeTerminal(towards);
  const found = new WaySearch(searched, target, work).find(mostWays);
  const narrowings = found.length > 0 ? found : [anyWay(searched.open, target)];
  return narrowings
    .toSorted(bySizeThenReading)
    .flatMap((narrowing) => telling.waysOf(narrowing))
    .map((steps) => ({ towards, steps }));
}

function anyWay(open: OpenDiagram, target: number): Narrowing {
  return widen(open, dropUnneeded(open, onePathTo(open, target), target), target);
}

function bySizeThenReading(a: Narrowing, b: Narrowing): number {
  const differing = a.findIndex(({ level }, index) => level !== b[index]?.level);
  return a.length - b.length || (a[differing]?.level ?? 0) - (b[differing]?.level ?? 0);
}

/** Number of quantities to be known. */
function sizeOf(way: QuantityWay): number {
  return way.steps.reduce((sum, step) => sum + (step.kind === "values" ? 1 : step.count), 0);
}

function takingTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const taken: T[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let turn = 0; turn < longest; turn++) for (const list of lists) taken.push(...list.slice(turn, turn + 1));
  return taken;
}

/** Narrowings as steps, with interchangeable quantities said together: `2 of these 5`. */
class StepTelling {
  readonly #open: OpenDiagram;
  readonly #classes: readonly SymmetryClass[];
  /** By level and, of one cell alone, that cell: most ways ask for the same few things. */
  readonly #needed: NeededValues[][] = [];

  constructor({ open, classes }: Searched) {
    this.#open = open;
    this.#classes = classes;
  }

  /** One of a few interchangeable quantities is several ways of one step instead, as people say it. */
  waysOf(narrowing: Narrowing): readonly (readonly QuantityStep[])[] {
    const shared = this.#classes.filter((members) => isPartlyUsed(members, narrowing));
    if (shared.length === 0) return [narrowing.map(({ level, cells }) => this.#alone(level, cells).step)];
    const grouped = new Set(shared.flat().map(({ level }) => level));
    const own = narrowing.flatMap(({ level, cells }) => (grouped.has(level) ? [] : [this.#alone(level, cells)]));
    const ways = shared.reduce<readonly (readonly PlacedStep[])[]>(
      (some, members) =>
        some.flatMap((steps) => this.#alternatives(members, narrowing).map((more) => [...steps, ...more])),
      [own],
    );
    return ways.map((steps) => steps.toSorted((a, b) => a.level - b.level).map(({ step }) => step));
  }

  #alternatives(members: SymmetryClass, narrowing: Narrowing): readonly (readonly PlacedStep[])[] {
    const counts = countsByCell(members, narrowing);
    const steps = counts.flatMap((count, other) => {
      const of = members.map(({ level, first }) => this.#neededAt(level, [other === 0 ? first : 1 - first]));
      return count === 0 ? [] : [{ level: levelOf(members), step: { kind: "some of" as const, count, of } }];
    });
    const [first, second] = steps;
    if (first === undefined || second !== undefined || first.step.count > 1 || first.step.of.length > mostWays)
      return [steps];
    return members.map(({ level }, at) => [
      { level, step: { kind: "values", ...(first.step.of[at] ?? this.#neededAt(level, [])) } },
    ]);
  }

  #alone(level: number, cells: readonly number[]): PlacedStep {
    return { level, step: { kind: "values", ...this.#neededAt(level, cells) } };
  }

  #neededAt(level: number, cells: readonly number[]): NeededValues {
    const [only = 0, ...more] = cells;
    if (more.length > 0) return needed(this.#open, level, cells);
    const here = (this.#needed[level] ??= []);
    return (here[only] ??= needed(this.#open, level, cells));
  }
}

/** A step and the level at which a reader meets it first. */
interface PlacedStep {
  readonly level: number;
  readonly step: QuantityStep;
}

const levelOf = (members: SymmetryClass): number => members[0]?.level ?? 0;

/** A class of which the narrowing takes some and leaves some, or takes some one way and some the other. */
function isPartlyUsed(members: SymmetryClass, narrowing: Narrowing): boolean {
  const counts = countsByCell(members, narrowing);
  return counts.some((count) => count > 0) && counts.every((count) => count < members.length);
}

/** How many members are narrowed to their first cell, and how many to the other. */
function countsByCell(members: SymmetryClass, narrowing: Narrowing): readonly [number, number] {
  let first = 0;
  let other = 0;
  for (const member of members) {
    const cells = narrowing.find(({ level }) => level === member.level)?.cells;
    if (cells?.includes(member.first) === true) first += 1;
    else if (cells !== undefined) other += 1;
  }
  return [first, other];
}

function needed({ variables }: OpenDiagram, level: number, cells: readonly number[]): NeededValues {
  const { quantity, cells: all } = variables[level] ?? { quantity: "", cells: [] };
  const sets = cells.map((cell) => all[cell] ?? []);
  return { quantity, values: sets.length === 1 ? (sets[0] ?? []) : union(...sets) };
}
