import type { Information } from "../information.ts";
import { intersect, normalise, one, type ValueSet } from "../valueSet.ts";
import type { Ends } from "./ends.ts";
import { reasonOf } from "./reasons.ts";
import { valueOfStep } from "./steps.ts";

/** What the cases of a cohort leave possible for one quantity, a row a case. Nothing in it is wider than what was read. */
export type Column = MaskColumn | IntervalColumn;

interface AnyColumn {
  /** Every value the quantity can have; what a row holds is a part of it. */
  readonly domain: ValueSet;
  /** By `reasonOf`. */
  readonly reasons: Uint8Array;
  /** The rows that leave nothing possible: a contradiction in itself. Ascending. */
  readonly empty: Int32Array;
}

/** A quantity of few values: bit k is on while the k-th is possible. */
export interface MaskColumn extends AnyColumn {
  readonly kind: "mask";
  readonly values: readonly number[];
  readonly masks: Uint8Array | Uint16Array | Uint32Array;
}

/**
 * A quantity with an order: the values of the domain from `low` to `high`, both inclusive. Rows with holes between
 * are in `beside`, and their `low` and `high` mean nothing.
 */
export interface IntervalColumn extends AnyColumn {
  readonly kind: "interval";
  readonly ends: Ends;
  readonly beside: Beside;
}

/** Rows, ascending, and what each of them leaves possible. */
export interface Beside {
  readonly rows: Int32Array;
  readonly values: readonly ValueSet[];
}

/** What a row says, as it was read; values that the quantity cannot have are left out. */
export function informationAt(column: Column, row: number): Information {
  return { values: valuesAt(column, row), reason: reasonOf(column.reasons[row] ?? 0) };
}

function valuesAt(column: Column, row: number): ValueSet {
  if (column.kind === "mask") {
    const mask = column.masks[row] ?? 0;
    return normalise(column.values.flatMap((value, bit) => ((mask >>> bit) & 1 ? one(value) : [])));
  }
  const { rows, values } = column.beside;
  const apart = values[rows.indexOf(row)];
  return apart ?? (column.empty.includes(row) ? [] : intersect([endsAt(column, row)], column.domain));
}

function endsAt({ ends }: IntervalColumn, row: number): ValueSet[number] {
  const low = ends.low[row] ?? 0;
  const high = ends.high[row] ?? 0;
  return ends.kind === "steps" ? { low: valueOfStep(low), high: valueOfStep(high) } : { low, high };
}

/** What the column takes, in bytes; rows in `beside` are rare and not counted. */
export function bytesOf(column: Column): number {
  const held =
    column.kind === "mask" ? column.masks.byteLength : column.ends.low.byteLength + column.ends.high.byteLength;
  return held + column.reasons.byteLength + column.empty.byteLength;
}
