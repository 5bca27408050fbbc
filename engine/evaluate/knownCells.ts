import type { Variable } from "../logic/index.ts";
import { intersects } from "../values/index.ts";
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
  readonly #variables: readonly Variable[];
  readonly #firstWord: readonly number[];
  readonly words: number;

  constructor(variables: readonly Variable[]) {
    this.#variables = variables;
    let words = 0;
    this.#firstWord = variables.map(({ cells }) => {
      const first = words;
      words += Math.ceil(cells.length / wordBits);
      return first;
    });
    this.words = words;
  }

  bitOf(level: number, cell: number): CellBit {
    return { word: (this.#firstWord[level] ?? 0) + Math.floor(cell / wordBits), bit: 1 << (cell % wordBits) };
  }

  /** The cells that meet the information sets; `null` when a quantity has no value left, so that nothing is possible. */
  reachedBy(known: Known): Int32Array | null {
    const masks = new Int32Array(this.words);
    for (const [level, variable] of this.#variables.entries()) {
      if (!this.#markReached(masks, level, variable, known)) return null;
    }
    return masks;
  }

  #markReached(masks: Int32Array, level: number, { quantity, cells }: Variable, known: Known): boolean {
    const values = known.quantities.get(quantity)?.values;
    let reached = false;
    for (const [cell, members] of cells.entries()) {
      if (values !== undefined && !intersects(values, members)) continue;
      const { word, bit } = this.bitOf(level, cell);
      masks[word] = (masks[word] ?? 0) | bit;
      reached = true;
    }
    return reached;
  }
}
