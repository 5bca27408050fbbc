import type { SettledOutcome } from "../ir/index.ts";
import { once, union, type ValueSet } from "../values/index.ts";
import { dropUnneeded, type Narrowing, onePathTo, widen } from "./forcing.ts";
import { terminalsBelow } from "./fronts.ts";
import type { OpenDiagram } from "./openDiagram.ts";
import { type Member, type SymmetryClass, symmetryClasses } from "./symmetry.ts";
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
  const known = found(open);
  const asked = `${possible.join()} ${work}`;
  const ways = known.get(asked) ?? search(open, possible, work);
  known.set(asked, ways);
  return ways;
}

/** Ways found before, for as long as the diagram is kept. */
const found = once<OpenDiagram, Map<string, readonly QuantityWay[]>>(() => new Map());

function search(open: OpenDiagram, possible: readonly SettledOutcome[], work: number): readonly QuantityWay[] {
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
  const some = new WaySearch(searched, target, work).find(mostWays);
  const narrowings = some.length > 0 ? some : [anyWay(searched.open, target)];
  return narrowings
    .toSorted(bySizeThenReading)
    .flatMap((narrowing) => telling.waysOf(narrowing))
    .map((steps) => ({ towards, steps }));
}

function anyWay(open: OpenDiagram, target: number): Narrowing {
  return widen(open, dropUnneeded(open, onePathTo(open, target), target), target);
}

function bySizeThenReading(a: Narrowing, b: Narrowing): number {
  if (a.length !== b.length) return a.length - b.length;
  let at = 0;
  while (at < a.length && a[at]?.level === b[at]?.level) at += 1;
  return (a[at]?.level ?? 0) - (b[at]?.level ?? 0);
}

/** Number of quantities to be known. */
function sizeOf(way: QuantityWay): number {
  return way.steps.reduce((sum, step) => sum + (step.kind === "values" ? 1 : step.count), 0);
}

function takingTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const taken: T[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let turn = 0; turn < longest; turn++)
    for (const list of lists) {
      const next = list[turn];
      if (next !== undefined) taken.push(next);
    }
  return taken;
}

/** Narrowings as steps, with interchangeable quantities said together: `2 of these 5`. */
class StepTelling {
  readonly #open: OpenDiagram;
  readonly #classes: readonly SymmetryClass[];
  /** By level and, of one cell alone, that cell: most ways ask for the same few things. */
  readonly #steps: PlacedStep[][] = [];

  constructor({ open, classes }: Searched) {
    this.#open = open;
    this.#classes = classes;
  }

  /** One of a few interchangeable quantities is several ways of one step instead, as people say it. */
  waysOf(narrowing: Narrowing): readonly (readonly QuantityStep[])[] {
    const shared = this.#classes.filter((members) => isPartlyUsed(members, narrowing));
    if (shared.length === 0) return [narrowing.map(({ level, cells }) => this.#alone(level, cells).step)];
    const own = narrowing
      .filter(({ level }) => !shared.some((members) => members.some((member) => member.level === level)))
      .map(({ level, cells }) => this.#alone(level, cells));
    const ways = shared.reduce<readonly (readonly PlacedStep[])[]>(
      (some, members) =>
        some.flatMap((steps) => this.#alternatives(members, narrowing).map((more) => [...steps, ...more])),
      [own],
    );
    return ways.map((steps) => steps.toSorted((a, b) => a.level - b.level).map(({ step }) => step));
  }

  #alternatives(members: SymmetryClass, narrowing: Narrowing): readonly (readonly PlacedStep[])[] {
    const counts = countsByCell(members, narrowing);
    const [first, other] = counts;
    if (first + other === 1 && members.length <= mostWays)
      return members.map((member) => [this.#alone(member.level, [cellOf(member, other)])]);
    return [counts.flatMap((count, part) => (count === 0 ? [] : [this.#someOf(members, count, part)]))];
  }

  #someOf(members: SymmetryClass, count: number, part: number): PlacedStep {
    const of = members.map((member) => needed(this.#open, member.level, [cellOf(member, part)]));
    return { level: levelOf(members), step: { kind: "some of", count, of } };
  }

  #alone(level: number, cells: readonly number[]): PlacedStep {
    if (cells.length > 1) return valuesStep(this.#open, level, cells);
    const here = (this.#steps[level] ??= []);
    return (here[cells[0] ?? 0] ??= valuesStep(this.#open, level, cells));
  }
}

/** A step and the level at which a reader meets it first. */
interface PlacedStep {
  readonly level: number;
  readonly step: QuantityStep;
}

const levelOf = (members: SymmetryClass): number => members[0]?.level ?? 0;

/** `part` 0: the cell that plays the part of the first; 1: the other. */
const cellOf = ({ first }: Member, part: number): number => (part === 0 ? first : 1 - first);

/** A class of which the narrowing takes some and leaves some, or takes some one way and some the other. */
function isPartlyUsed(members: SymmetryClass, narrowing: Narrowing): boolean {
  const [first, other] = countsByCell(members, narrowing);
  return first + other > 0 && Math.max(first, other) < members.length;
}

/** How many members are narrowed to their first cell, and how many to the other. */
function countsByCell(members: SymmetryClass, narrowing: Narrowing): readonly [number, number] {
  let first = 0;
  let other = 0;
  for (const { level, cells } of narrowing)
    for (const member of members) {
      if (member.level !== level) continue;
      if (cells.includes(member.first)) first += 1;
      else other += 1;
    }
  return [first, other];
}

function valuesStep(open: OpenDiagram, level: number, cells: readonly number[]): PlacedStep {
  const { quantity, values } = needed(open, level, cells);
  return { level, step: { kind: "values", quantity, values } };
}

function needed({ variables }: OpenDiagram, level: number, cells: readonly number[]): NeededValues {
  const { quantity, cells: all } = variables[level] ?? { quantity: "", cells: [] };
  const [only = 0] = cells;
  return { quantity, values: cells.length === 1 ? (all[only] ?? []) : union(...cells.map((cell) => all[cell] ?? [])) };
}
