import { HIGHEST, LOWEST, type Range } from "../../../dsl/index.ts";
import { holds, type ValueSet } from "../../values/index.ts";

/** What numbers of a kind usually are, in steps of their precision. */
export interface Usual {
  /** Steps in one whole. */
  readonly whole: number;
  readonly typical: number;
  /** Every value there may be: its ends are no limits that anybody set. */
  readonly domain: Range;
}

/** Numbers of a set as records give them, the most ordinary first: whole and round, near the limits that are set, not at them. */
export function ordinaryNumbers(set: ValueSet, usual: Usual): readonly number[] {
  const ranges = set.toSorted((a, b) => distance(a, usual) - distance(b, usual));
  const each = ranges.map((range) => within(range, usual));
  const longest = Math.max(0, ...each.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, turn) => each.flatMap((values) => values[turn] ?? []));
  return [...new Set(inTurn.flat())].filter((value) => holds(set, value));
}

/** Of nothing below zero where that is not asked for, nearest to what is typical. */
function distance({ low, high }: Range, { typical }: Usual): number {
  const nearest = Math.max(low, Math.min(high, typical));
  return (high < 0 ? HIGHEST : 0) + Math.abs(nearest - typical);
}

function within(range: Range, usual: Usual): readonly number[] {
  const low = range.low <= usual.domain.low || range.low <= LOWEST ? null : range.low;
  const high = range.high >= usual.domain.high || range.high >= HIGHEST ? null : range.high;
  if (low === null && high === null) return freely(range, usual);
  if (low === null && high !== null) return below(range, high, usual);
  if (low !== null && high === null) return above(low, usual);
  return between(range, usual);
}

function freely({ low, high }: Range, { typical, whole }: Usual): readonly number[] {
  const unit = 5 * whole > typical ? Math.max(1, nearestNice(typical / 40)) : whole;
  const shares = [0.75, 1.25, 0.5, 1.5, 2, 4, 0.25, 10, 0.1].map((share) => roundNear(typical * share, typical / 10));
  const close = Array.from({ length: 60 }, (_, at) => typical + unit * (at % 2 === 0 ? at / 2 + 1 : -(at + 1) / 2));
  const all = [typical, typical + unit, ...shares, Math.max(low, 0), ...close.filter((value) => value > 0), low, high];
  return all.filter((value) => Math.abs(value) < HIGHEST);
}

function above(low: number, usual: Usual): readonly number[] {
  const step = stepAt(low, usual);
  const near = [roundNear(low + step, step / 2), roundNear(low + 2 * step, step / 2)];
  return [...near, ...[10, 25, 75].map((steps) => roundNear(low + steps * step, step)), low + 1, low];
}

/** What is below a limit above zero is not below zero where that can be helped. */
function below(range: Range, high: number, usual: Usual): readonly number[] {
  const step = stepAt(high, usual);
  const floor = high > 0 && range.low < 0 ? 0 : range.low;
  const lower = [1, 2, 6, 12, 18].map((steps) => roundNear(high - steps * step, step / 2));
  const far = high > 0 ? [] : [roundNear(4 * high, Math.abs(high)), high - 10 * step];
  const inside = lower.filter((value) => value > floor);
  return [...inside, high, high - 1, ...far, Math.max(range.low, floor)].filter((value) => Math.abs(value) < HIGHEST);
}

/** In the middle of a narrow range; in a wide one what is typical, or near the end that comes nearest to it. */
function between(range: Range, usual: Usual): readonly number[] {
  const { low, high } = range;
  const middle = low + (high - low) / 2;
  const wholes = [Math.floor(middle / usual.whole), Math.ceil(middle / usual.whole)].map((each) => each * usual.whole);
  const inner = [roundNear(middle, (high - low) / 4), ...wholes, Math.floor(middle), low + 1, high - 1, low, high];
  const isWide = high - low > 12 * Math.max(stepAt(low, usual), stepAt(high, usual));
  if (!isWide) return inner;
  if (usual.typical < low) return [...above(low, usual), ...inner];
  return usual.typical > high ? [...below(range, high, usual), ...inner] : [usual.typical, ...inner];
}

/** About a twenty-fifth of a limit: 2 at 60 years, 1 at 18; at least one whole. */
function stepAt(limit: number, { whole }: Usual): number {
  const share = Math.abs(limit) / 25;
  return Math.max(whole, nearestNice(share));
}

function nearestNice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const nice = [1, 2, 5, 10].map((factor) => factor * power);
  return nice.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best));
}

/** The roundest number no further away than `tolerance`. */
function roundNear(aim: number, tolerance: number): number {
  for (let power = 10 ** 15; power >= 1; power /= 10)
    for (const factor of [5, 2, 1]) {
      const grain = power * factor;
      const rounded = Math.round(aim / grain) * grain;
      if (Math.abs(rounded - aim) <= tolerance) return rounded;
    }
  return Math.round(aim);
}
