import { NONE } from "../../dsl/index.ts";
import type { Quantity } from "../ir/index.ts";
import { type ValueSet, lowest } from "../values/index.ts";

/** What a case may leave of a quantity that is open: these cells, by place. It says both of the ends. */
export interface Stretch {
  readonly cells: readonly number[];
  readonly ends: readonly [ValueSet, ValueSet];
}

/**
 * The least that a case may leave of a quantity so that a test of it is open: one cell with which it is not what it is taken for,
 * one with which it is. Of a number or date a case leaves all values between two, so that what lies between counts as well, up
 * to the nearest value with which the test is what it is taken for.
 */
export function openStretches(
  quantity: Quantity,
  cells: readonly ValueSet[],
  isAsTaken: (cell: number) => boolean,
): readonly Stretch[] {
  const segments = segmentsOf(cells);
  return isOrdered(quantity) ? intervals(segments, isAsTaken) : pairs(cells, isAsTaken);
}

function isOrdered({ part, type }: Quantity): boolean {
  if (part !== "value") return part !== "response" && part !== "documentation";
  return ["number", "whole number", "date", "age", "calculated"].includes(type.kind);
}

interface Segment {
  readonly cell: number;
  readonly values: ValueSet;
}

function segmentsOf(cells: readonly ValueSet[]): readonly Segment[] {
  const segments = cells.flatMap((values, cell) => values.map((range): Segment => ({ cell, values: [range] })));
  return segments.toSorted((a, b) => (lowest(a.values) ?? 0) - (lowest(b.values) ?? 0));
}

function pairs(cells: readonly ValueSet[], isAsTaken: (cell: number) => boolean): readonly Stretch[] {
  const places = [...cells.keys()];
  const [asTaken, otherwise] = [places.filter(isAsTaken), places.filter((cell) => !isAsTaken(cell))];
  return otherwise.flatMap((one) =>
    asTaken.map((other): Stretch => ({ cells: [one, other], ends: [cells[one] ?? [], cells[other] ?? []] })),
  );
}

function intervals(segments: readonly Segment[], isAsTaken: (cell: number) => boolean): readonly Stretch[] {
  const [values, nones] = [segments.filter((each) => !isNone(each)), segments.filter(isNone)];
  const withNone = nones.flatMap((none) =>
    values
      .filter(({ cell }) => isAsTaken(cell) !== isAsTaken(none.cell))
      .map((each): Stretch => ({ cells: [none.cell, each.cell], ends: [none.values, each.values] })),
  );
  return [...upwards(values, isAsTaken), ...upwards(values.toReversed(), isAsTaken), ...withNone];
}

/** No value lies between none and others. */
const isNone = ({ values }: Segment): boolean => lowest(values) === NONE;

/** From each value with which the test is what it is taken for, over those that follow with which it is not. */
function upwards(segments: readonly Segment[], isAsTaken: (cell: number) => boolean): readonly Stretch[] {
  return segments.flatMap((from, at) => {
    if (!isAsTaken(from.cell)) return [];
    const next = segments.findIndex(({ cell }, place) => place > at && isAsTaken(cell));
    const following = segments.slice(at + 1, next < 0 ? segments.length : next);
    return following.map(
      (to, count): Stretch => ({
        cells: [...new Set([from.cell, ...following.slice(0, count + 1).map(({ cell }) => cell)])],
        ends: [from.values, to.values],
      }),
    );
  });
}
