import { HIGHEST, LOWEST, NONE, type Range } from "../../dsl/index.ts";
import { type Evidence, holds, intersect, normalise, onlyValue, type Statement } from "../values/index.ts";
import type { Candidates } from "./candidates.ts";
import { dayOf, type Draft, type Reducer, stating } from "./draft.ts";
import { ordinaryValues } from "./ordinary/index.ts";
import type { Ask } from "./posed.ts";
import { written } from "./written.ts";

/**
 * Values of one fact for which a number calculated from it comes out as wanted, all else being said: where the number lies is
 * tried on a grid, the limits between are found by halves, and of what lies within them the most ordinary comes first.
 */
export function* solvingFor(
  reducer: Reducer,
  draft: Draft,
  candidates: Candidates,
  ask: Ask,
): Generator<readonly Statement[]> {
  const { subject, allowed, evidence } = candidates;
  if (evidence === null || ask.values === null || !isNumeric(allowed.fact.type.kind)) return;
  const said = (value: number): readonly Statement[] => statementsOf(value, candidates, evidence);
  const request = dayOf(draft.dates, "request date");
  const grid = gridOf(candidates, request);
  for (const aim of ask.values) {
    const lies = remembered((value) => {
      const known = reducer.information(stating(draft, subject.key, said(value)));
      return known === null ? null : sideOf(onlyValue(known(ask).values), aim);
    });
    const set = intersect(normalise(solutions(grid, lies)), allowed.values);
    for (const value of ordinaryValues(allowed.fact, set, request).values.slice(0, mostTried)) yield said(value);
  }
}

const mostTried = 6;

function remembered(ask: (value: number) => Side | null): (value: number) => Side | null {
  const known = new Map<number, Side | null>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const side = ask(value);
    known.set(value, side);
    return side;
  };
}

export const isNumeric = (kind: string): boolean => ["number", "whole number", "age", "date"].includes(kind);

const statementsOf = (
  value: number,
  { allowed }: Candidates,
  evidence: readonly (Evidence | null)[],
): readonly Statement[] => evidence.map((each) => ({ value: written(value, allowed.fact), evidence: each }));

/** Below what is wanted, in it, above it. */
type Side = -1 | 0 | 1;

function sideOf(result: number | null, { low, high }: Range): Side | null {
  if (result === null) return null;
  return result < low ? -1 : result > high ? 1 : 0;
}

/** Values of the set far and near, in order. */
function gridOf({ allowed: { fact, values } }: Candidates, request: number): readonly number[] {
  const { values: ordinary } = ordinaryValues(fact, values, request);
  const [first = 0] = ordinary;
  const shares = fact.type.kind === "date" ? daysAround : [0, 0.01, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4, 10, 100];
  const spread = shares.map((share) => (fact.type.kind === "date" ? first + share : Math.round(first * share)));
  const all = [...new Set([...ordinary.slice(0, 12), ...spread])];
  return all.filter((value) => value !== NONE && holds(values, value)).toSorted((a, b) => a - b);
}

const daysAround: readonly number[] = [
  -7_300, -3_650, -1_095, -365, -180, -90, -30, -7, 0, 7, 30, 90, 180, 365, 1_095, 3_650,
];

/** The ranges that lie in what is wanted, as far as the grid shows; open where its first or last value lies there. */
function solutions(grid: readonly number[], lies: (value: number) => Side | null): readonly Range[] {
  const inner = grid.flatMap((value, at) => {
    const next = grid[at + 1];
    return next === undefined ? [] : [value, ...crossing(value, next, lies)];
  });
  const points = [...inner, ...grid.slice(-1)].map((value) => ({ value, side: lies(value) }));
  return points.flatMap(({ value, side }, at) => {
    if (side !== 0) return [];
    const [before, after] = [points[at - 1], points[at + 1]];
    const low = before === undefined ? LOWEST : before.side === 0 ? value : edge(value, before.value, lies);
    const high = after === undefined ? HIGHEST : after.side === 0 ? after.value : edge(value, after.value, lies);
    return [{ low, high }];
  });
}

/** A value between two that miss on either side, where there is one that does not. */
function crossing(left: number, right: number, lies: (value: number) => Side | null): readonly number[] {
  const [first, last] = [lies(left), lies(right)];
  if (first === null || last === null || first * last !== -1) return [];
  let [low, high] = [left, right];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const side = lies(middle);
    if (side === 0) return [middle];
    if (side === first) low = middle;
    else high = middle;
  }
  return [];
}

/** The last value, from one that does on the way to one that does not. */
function edge(inside: number, outside: number, lies: (value: number) => Side | null): number {
  let [good, bad] = [inside, outside];
  while (Math.abs(good - bad) > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (lies(middle) === 0) good = middle;
    else bad = middle;
  }
  return good;
}
