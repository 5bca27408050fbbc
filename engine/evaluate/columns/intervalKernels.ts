import type { Range } from "../../../dsl/index.ts";
import { firstAtLeast, type ValueSet } from "../../values/index.ts";
import { type IntervalColumn, stepAtLeast, stepAtMost } from "../../values/cohort/index.ts";
import type { Bitmap } from "./bitmap.ts";
import type { Kernel } from "./maskKernels.ts";

/**
 * Does the interval of a row meet `values`? Thresholds, which leave one end open, read that end alone. Rows beside the column
 * are not looked at here.
 */
export function intervalKernel({ ends, domain }: IntervalColumn, values: ValueSet): Kernel {
  if (ends.kind === "numbers" || values.length > mostOneByOne) return among(ends, values);
  const [kernel = nothing, ...others] = values.map((range) => rangeKernel(ends, domain, range));
  return others.length === 0 ? kernel : anyOf([kernel, ...others]);
}

/** So many ranges are faster looked at one by one, each for many rows, than searched for each row. */
const mostOneByOne = 8;

const nothing: Kernel = (first, end, into) => void into.fill(0, 0, end - first);

type Steps = Extract<IntervalColumn["ends"], { kind: "steps" }>;

function rangeKernel({ low, high }: Steps, domain: ValueSet, range: Range): Kernel {
  const over = stepAtMost(range.high) + 1;
  const under = stepAtLeast(range.low) - 1;
  if (range.low <= (domain[0]?.low ?? 0)) return (first, end, into) => below(low, over, { first, end, into });
  if (range.high >= (domain.at(-1)?.high ?? 0)) return (first, end, into) => above(high, under, { first, end, into });
  return (first, end, into) => within({ low, high, over, under }, { first, end, into });
}

function anyOf(kernels: readonly Kernel[]): Kernel {
  let one = new Int32Array(0);
  return (first, end, into) => {
    if (one.length < end - first) one = new Int32Array(end - first);
    into.fill(0, 0, end - first);
    for (const kernel of kernels) {
      kernel(first, end, one);
      for (let word = 0; word < end - first; word += 1) into[word] = (into[word] ?? 0) | (one[word] ?? 0);
    }
  };
}

/*
 * Steps are so small that the sign of a difference tells which is less; the sign is shifted in from above. The loops take what
 * they read as parameters: compiled code reads those faster than what a closure holds.
 */

interface Words {
  readonly first: number;
  readonly end: number;
  readonly into: Bitmap;
}

function below(lows: Int32Array, over: number, { first, end, into }: Words): void {
  for (let word = first; word < end; word += 1) {
    let bits = 0;
    const last = Math.min(lows.length, 32 * word + 32);
    for (let row = 32 * word; row < last; row += 1) bits = (bits >>> 1) | (((lows[row] ?? 0) - over) & sign);
    into[word - first] = settled(bits, last);
  }
}

function above(highs: Int32Array, under: number, { first, end, into }: Words): void {
  for (let word = first; word < end; word += 1) {
    let bits = 0;
    const last = Math.min(highs.length, 32 * word + 32);
    for (let row = 32 * word; row < last; row += 1) bits = (bits >>> 1) | ((under - (highs[row] ?? 0)) & sign);
    into[word - first] = settled(bits, last);
  }
}

interface Within {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly over: number;
  readonly under: number;
}

function within({ low, high, over, under }: Within, { first, end, into }: Words): void {
  for (let word = first; word < end; word += 1) {
    let bits = 0;
    const last = Math.min(low.length, 32 * word + 32);
    for (let row = 32 * word; row < last; row += 1)
      bits = (bits >>> 1) | (((low[row] ?? 0) - over) & (under - (high[row] ?? 0)) & sign);
    into[word - first] = settled(bits, last);
  }
}

const sign = 0x80000000;

/** Of a last word that holds fewer rows, what was shifted in goes down to its place. */
function settled(bits: number, last: number): number {
  const rows = last & 31;
  return rows === 0 ? bits : bits >>> (32 - rows);
}

/** Any number of ranges, by halves. */
function among(ends: IntervalColumn["ends"], values: ValueSet): Kernel {
  const isSteps = ends.kind === "steps";
  const lows = values.map(({ low }) => (isSteps ? stepAtLeast(low) : low));
  const highs = values.map(({ high }) => (isSteps ? stepAtMost(high) : high));
  return (first, end, into) => {
    for (let word = first; word < end; word += 1) {
      let bits = 0;
      const last = Math.min(ends.low.length, 32 * word + 32);
      for (let row = 32 * word; row < last; row += 1) {
        const range = firstAtLeast(highs, ends.low[row] ?? 0);
        if ((lows[range] ?? Number.POSITIVE_INFINITY) <= (ends.high[row] ?? 0)) bits |= 1 << (row & 31);
      }
      into[word - first] = bits;
    }
  };
}
