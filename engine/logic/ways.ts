import type { SettledOutcome } from "../ir/index.ts";
import { union, type ValueSet } from "../values/index.ts";
import { dropUnneeded, type Narrowing, onePathTo, widen } from "./forcing.ts";
import type { OpenDiagram } from "./openDiagram.ts";
import { type SymmetryClass, symmetryClasses } from "./symmetry.ts";
import { outcomeTerminal } from "./terminals.ts";
import { WaySearch } from "./waySearch.ts";

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
  const classes = symmetryClasses(open);
  return takingTurns(possible.map((towards) => waysTowards(open, classes, towards, work)))
    .slice(0, mostWays)
    .toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

function waysTowards(
  open: OpenDiagram,
  classes: readonly SymmetryClass[],
  towards: SettledOutcome,
  work: number,
): readonly QuantityWay[] {
  const target = outcomeTerminal(towards);
  const found = new WaySearch(open, target, classes, work).find(mostWays);
  const narrowings = found.length > 0 ? found : [anyWay(open, target)];
  return narrowings
    .toSorted(bySizeThenReading)
    .flatMap((narrowing) => stepsOf(open, classes, narrowing))
    .map((steps) => ({ towards, steps }));
}

function anyWay(open: OpenDiagram, target: number): Narrowing {
  return widen(open, dropUnneeded(open, onePathTo(open, target), target), target);
}

function bySizeThenReading(a: Narrowing, b: Narrowing): number {
  const [levels, others] = [a, b].map((narrowing) => [...narrowing.keys()].toSorted((one, other) => one - other));
  const differing = levels?.findIndex((level, index) => level !== others?.[index]) ?? -1;
  return a.size - b.size || (levels?.[differing] ?? 0) - (others?.[differing] ?? 0);
}

/** Number of quantities to be known. */
function sizeOf(way: QuantityWay): number {
  return way.steps.reduce((sum, step) => sum + (step.kind === "values" ? 1 : step.count), 0);
}

function takingTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}

/**
 * The steps of a narrowing, with interchangeable quantities said together: `2 of these 5`. One of a few is several ways of
 * one step instead, as people say it.
 */
function stepsOf(
  open: OpenDiagram,
  classes: readonly SymmetryClass[],
  narrowing: Narrowing,
): readonly (readonly QuantityStep[])[] {
  const shared = classes.filter((members) => isPartlyUsed(members, narrowing));
  const grouped = new Set(shared.flat().map(({ level }) => level));
  const own = [...narrowing]
    .filter(([level]) => !grouped.has(level))
    .map(([level, cells]) => ({ kind: "values" as const, ...needed(open, level, cells) }));
  const ways = shared.reduce<readonly (readonly QuantityStep[])[]>(
    (some, members) =>
      some.flatMap((steps) => alternatives(open, members, narrowing).map((more) => [...steps, ...more])),
    [own],
  );
  return ways.map((steps) => inReadingOrder(open, steps));
}

function inReadingOrder(open: OpenDiagram, steps: readonly QuantityStep[]): readonly QuantityStep[] {
  const place = (step: QuantityStep) => {
    const first = step.kind === "values" ? step : step.of[0];
    return open.variables.findIndex(({ quantity }) => quantity === first?.quantity);
  };
  return steps.toSorted((a, b) => place(a) - place(b));
}

/** A class of which the narrowing takes some and leaves some, or takes some one way and some the other. */
function isPartlyUsed(members: SymmetryClass, narrowing: Narrowing): boolean {
  const counts = countsByCell(members, narrowing);
  return counts.some((count) => count > 0) && counts.every((count) => count < members.length);
}

/** How many members are narrowed to their first cell, and how many to the other. */
function countsByCell(members: SymmetryClass, narrowing: Narrowing): readonly [number, number] {
  const narrowed = members.filter(({ level }) => narrowing.has(level));
  const first = narrowed.filter((member) => narrowing.get(member.level)?.has(member.first)).length;
  return [first, narrowed.length - first];
}

function alternatives(
  open: OpenDiagram,
  members: SymmetryClass,
  narrowing: Narrowing,
): readonly (readonly QuantityStep[])[] {
  const counts = countsByCell(members, narrowing);
  const steps = counts.flatMap((count, other) => {
    const of = members.map(({ level, first }) => needed(open, level, new Set([other === 0 ? first : 1 - first])));
    return count === 0 ? [] : [{ kind: "some of" as const, count, of }];
  });
  const [step, second] = steps;
  if (step === undefined || second !== undefined || step.count > 1 || step.of.length > mostWays) return [steps];
  return step.of.map((each) => [{ kind: "values" as const, ...each }]);
}

function needed(open: OpenDiagram, level: number, cells: ReadonlySet<number>): NeededValues {
  const variable = open.variables[level];
  return {
    quantity: variable?.quantity ?? "",
    values: union(...(variable?.cells ?? []).filter((_, cell) => cells.has(cell))),
  };
}
