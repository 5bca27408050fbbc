import { NONE } from "../../../dsl/index.ts";
import type { Information } from "../information.ts";
import { highest, intersect, lowest, type ValueSet } from "../valueSet.ts";
import type { Column } from "./column.ts";
import { EndsBuilder } from "./ends.ts";
import { Growable } from "./growable.ts";
import { reasonCode } from "./reasons.ts";

/** What one row of a column holds, worked out once for all rows that say the same. */
export interface Held {
  /** Of few values: the mask. Else the least value. */
  readonly low: number;
  readonly high: number;
  readonly reason: number;
  /** Values with holes between them that no interval holds; `null` of others. */
  readonly apart: ValueSet | null;
  readonly isEmpty: boolean;
}

/** A column that becomes longer. */
export interface ColumnBuilder {
  held(information: Information): Held;
  push(held: Held): void;
  finish(): Column;
}

/** So many values fit into a mask of 32 bits and leave its sign alone. */
const mostValues = 31;

export function columnBuilder(domain: ValueSet): ColumnBuilder {
  const values = fewValues(domain);
  return values === null ? new IntervalBuilder(domain) : new MaskBuilder(domain, values);
}

/** Every value of the domain, ascending; `null` when there are more than a mask holds. */
function fewValues(domain: ValueSet): readonly number[] | null {
  const count = domain.reduce((sum, { low, high }) => sum + high - low + 1, 0);
  if (count > mostValues) return null;
  return domain.flatMap(({ low, high }) => Array.from({ length: high - low + 1 }, (_, at) => low + at));
}

/** What all columns keep of a row beside its values. */
class Rows {
  readonly #reasons = new Growable((length) => new Uint8Array(length));
  readonly #empty = new Growable((length) => new Int32Array(length));

  push({ reason, isEmpty }: Held): void {
    if (isEmpty) this.#empty.push(this.#reasons.length);
    this.#reasons.push(reason);
  }

  get length(): number {
    return this.#reasons.length;
  }

  finish(): Pick<Column, "reasons" | "empty"> {
    return { reasons: this.#reasons.taken(), empty: this.#empty.taken() };
  }
}

class MaskBuilder implements ColumnBuilder {
  readonly #domain: ValueSet;
  readonly #values: readonly number[];
  readonly #masks: Growable<Uint8Array | Uint16Array | Uint32Array>;
  readonly #rows = new Rows();

  constructor(domain: ValueSet, values: readonly number[]) {
    this.#domain = domain;
    this.#values = values;
    this.#masks = new Growable((length) => masksFor(values.length, length));
  }

  held({ values, reason }: Information): Held {
    const isPossible = (value: number): boolean => values.some(({ low, high }) => low <= value && value <= high);
    const mask = this.#values.reduce((bits, value, bit) => (isPossible(value) ? bits | (1 << bit) : bits), 0);
    return { low: mask, high: 0, reason: reasonCode(reason), apart: null, isEmpty: mask === 0 };
  }

  push(held: Held): void {
    this.#masks.push(held.low);
    this.#rows.push(held);
  }

  finish(): Column {
    const rows = this.#rows.finish();
    return { kind: "mask", domain: this.#domain, values: this.#values, masks: this.#masks.taken(), ...rows };
  }
}

function masksFor(values: number, length: number): Uint8Array | Uint16Array | Uint32Array {
  if (values <= 8) return new Uint8Array(length);
  return values <= 16 ? new Uint16Array(length) : new Uint32Array(length);
}

class IntervalBuilder implements ColumnBuilder {
  readonly #domain: ValueSet;
  readonly #rows = new Rows();
  readonly #apartRows = new Growable((length) => new Int32Array(length));
  readonly #apart: ValueSet[] = [];
  readonly #ends = new EndsBuilder();

  constructor(domain: ValueSet) {
    this.#domain = domain;
  }

  held({ values, reason }: Information): Held {
    const possible = intersect(values, this.#domain);
    const low = lowest(possible) ?? NONE;
    const high = highest(possible) ?? NONE;
    const isWhole = sameSet(intersect([{ low, high }], this.#domain), possible);
    const isEmpty = possible.length === 0;
    return { low, high, reason: reasonCode(reason), apart: isWhole || isEmpty ? null : possible, isEmpty };
  }

  push(held: Held): void {
    if (held.apart !== null) {
      this.#apartRows.push(this.#rows.length);
      this.#apart.push(held.apart);
    }
    this.#ends.push(held.low, held.high);
    this.#rows.push(held);
  }

  finish(): Column {
    const beside = { rows: this.#apartRows.taken(), values: this.#apart };
    return { kind: "interval", domain: this.#domain, ends: this.#ends.finish(), beside, ...this.#rows.finish() };
  }
}

function sameSet(one: ValueSet, other: ValueSet): boolean {
  return (
    one.length === other.length && one.every(({ low, high }, at) => low === other[at]?.low && high === other[at]?.high)
  );
}
