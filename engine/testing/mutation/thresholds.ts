import {
  type Expression,
  type FactType,
  type Guideline,
  HIGHEST,
  LOWEST,
  NONE,
  type Range,
} from "../../../dsl/index.ts";
import { normalise } from "../../values/index.ts";
import type { Place } from "./places.ts";
import { renumbered } from "./renumbered.ts";
import { type Steps, stepsOfPart, stepsOfReduction, stepsOfType, typeOf } from "./typeTested.ts";

/** A threshold moved. `turns`: the move takes in a threshold that was left out, or leaves out one that was taken in. */
export interface Moved {
  readonly turns: boolean;
  readonly by: number;
  readonly test: Expression;
}

/** Every threshold of a test one step up and one step down, and in half steps where its values have them. */
export function thresholdsMoved({ expression, list }: Place, guideline: Guideline): readonly Moved[] {
  const compared = comparedIn(expression, guideline, list);
  if (compared === null) return [];
  const before = JSON.stringify(normalise(compared.ranges));
  return movesOf(compared.ranges, compared.steps, expression.text)
    .map((move) => ({ ...move, ranges: normalise(move.ranges) }))
    .filter(({ ranges }) => ranges.length > 0 && JSON.stringify(ranges) !== before)
    .map(({ turns, by, at, ranges }) => ({ turns, by, test: compared.put(ranges, { from: at, to: at + by }) }));
}

interface Compared {
  readonly ranges: readonly Range[];
  readonly steps: Steps;
  readonly put: (ranges: readonly Range[], moved: { readonly from: number; readonly to: number }) => Expression;
}

/** `null`: a test that compares with no threshold. */
function comparedIn(expression: Expression, guideline: Guideline, list: string | null): Compared | null {
  switch (expression.kind) {
    case "test":
      return comparedInTest(expression, guideline, list);
    case "table test": {
      const { ranges } = expression;
      const type = guideline.tables.find(({ key }) => key === expression.table)?.type ?? null;
      return withSteps(stepsOfType(type), ranges, (changed) => ({ ...expression, ranges: changed }));
    }
    case "list test": {
      const { test } = expression;
      const steps = stepsOfReduction(guideline, test.list, test.reduce);
      const type = test.reduce.kind === "field" ? typeOf(guideline, test.reduce.field, test.list) : null;
      return withSteps(steps, test.ranges, (ranges, moved) => ({
        ...expression,
        test: { ...test, ranges },
        text: renumbered(expression.text, moved, decimalsOf(type, steps)),
      }));
    }
    default:
      return null;
  }
}

function comparedInTest(
  expression: Extract<Expression, { kind: "test" }>,
  guideline: Guideline,
  list: string | null,
): Compared | null {
  const { test } = expression;
  if (test.kind !== "in" && test.kind !== "lasted within") return null;
  const steps =
    test.kind === "in" && test.part === "value"
      ? stepsOfType(typeOf(guideline, test.fact, list))
      : stepsOfPart(test.kind === "in" ? test.part : "duration");
  return withSteps(steps, test.ranges, (ranges) => ({ ...expression, test: { ...test, ranges } }));
}

const withSteps = (steps: Steps | null, ranges: readonly Range[], put: Compared["put"]): Compared | null =>
  steps && { ranges, steps, put };

const decimalsOf = (type: FactType | null, steps: Steps | null): number =>
  type?.kind === "number" ? type.decimals : steps?.step === 2 ? -1 : 0;

interface Move {
  readonly turns: boolean;
  readonly at: number;
  readonly by: number;
  readonly ranges: readonly Range[];
}

function movesOf(ranges: readonly Range[], steps: Steps, text: string): readonly Move[] {
  const hole = holeIn(ranges);
  if (hole !== null)
    return [steps.step, -steps.step].map((by) => ({ turns: false, at: hole, by, ranges: allBut(hole + by) }));
  return ranges.flatMap((range, index) =>
    movesOfRange(range, steps, text).map(({ changed, ...move }) => ({ ...move, ranges: ranges.with(index, changed) })),
  );
}

/** `is not 55`: the one value that is left out. */
function holeIn(ranges: readonly Range[]): number | null {
  const [below, above, ...more] = ranges;
  if (!below || !above || more.length > 0 || below.low !== LOWEST || above.high !== HIGHEST) return null;
  return below.high + 2 === above.low ? below.high + 1 : null;
}

const allBut = (value: number): readonly Range[] => [
  { low: LOWEST, high: value - 1 },
  { low: value + 1, high: HIGHEST },
];

type RangeMoved = Omit<Move, "ranges"> & { readonly changed: Range };

function movesOfRange({ low, high }: Range, { step, edge, least, most }: Steps, text: string): readonly RangeMoved[] {
  if (low === NONE) return [];
  if (low === high)
    return [step, -step]
      .map((by) => ({ turns: false, at: low, by, changed: { low: low + by, high: high + by } }))
      .filter(({ changed }) => changed.low >= least && changed.high <= most);
  const lower = low <= least ? [] : endMoves(edge * (leavesOutBelow.test(text) ? -1 : 1), step);
  const upper = high >= most ? [] : endMoves(edge * (leavesOutAbove.test(text) ? 1 : -1), step);
  return [
    ...lower.map((move) => ({ ...move, at: low, changed: { low: low + move.by, high } })),
    ...upper.map((move) => ({ ...move, at: high, changed: { low, high: high + move.by } })),
  ].filter(({ changed }) => changed.low <= changed.high);
}

/** `turning`: the move that takes the threshold in or leaves it out. */
function endMoves(turning: number, step: number): readonly Pick<Move, "turns" | "by">[] {
  const others = [step, -step].filter((by) => by !== turning);
  return [{ turns: true, by: turning }, ...others.map((by) => ({ turns: false, by }))];
}

/** Words that leave the threshold itself out. */
const leavesOutBelow = /\b(?:more than|greater than|over|above|exceeds?|exceeding|after)\b|>(?!=)/iu;
const leavesOutAbove = /\b(?:less than|fewer than|below|under|before)\b|<(?!=)/iu;
