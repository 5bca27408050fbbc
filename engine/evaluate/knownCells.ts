import type { Range } from "../../dsl/index.ts";
import type { Variable } from "../logic/index.ts";
import type { ValueSet } from "../values/index.ts";
import type { Known } from "./evaluator.ts";

/** Bits of one word; 32-bit integers keep bit operations fast. */
const wordBits = 31;

/** Where the bit of a cell stands. */
export interface CellBit {
  readonly word: number;
  readonly bit: number;
}

/** Which cells of each quantity a case leaves possible, as bits; several words for a quantity of very many cells. */
export class CellLayout {
  readonly words: number;
  readonly #firstWord: readonly number[];
  readonly #columns: readonly Column[];

  constructor(variables: readonly Variable[]) {
    let words = 0;
    this.#firstWord = variables.map(({ cells }) => {
      const first = words;
      words += Math.ceil(cells.length / wordBits);
      return first;
    });
    this.words = words;
    this.#columns = variables.map(({ quantity, cells }, level) => ({
      quantity,
      pieces: cells.flatMap((members, cell) => members.map((range) => ({ ...range, ...this.bitOf(level, cell) }))),
    }));
  }

  bitOf(level: number, cell: number): CellBit {
    return { word: (this.#firstWord[level] ?? 0) + Math.floor(cell / wordBits), bit: 1 << (cell % wordBits) };
  }

  /** The cells that meet the information sets; `null` when a quantity has no value left, so that nothing is possible. */
  reachedBy(known: Known): Int32Array | null {
    const masks = new Int32Array(this.words);
    for (const column of this.#columns) {
      if (!markReached(masks, column, known.quantities.get(column.quantity)?.values ?? anything)) return null;
    }
    return masks;
  }
}

/** The ranges that make up the cells of a quantity. */
interface Column {
  readonly quantity: string;
  readonly pieces: readonly (Range & CellBit)[];
}

/** Of a quantity the case does not speak of. */
const anything: ValueSet = [{ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }];

// Written as plain loops: this runs for every quantity of every case.
function markReached(masks: Int32Array, { pieces }: Column, values: ValueSet): boolean {
  let reached = false;
  for (const piece of pieces) {
    for (const range of values) {
      if (range.low > piece.high || piece.low > range.high) continue;
      masks[piece.word] = (masks[piece.word] ?? 0) | piece.bit;
      reached = true;
    }
  }
  return reached;
}
