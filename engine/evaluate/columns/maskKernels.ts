import type { MaskColumn } from "../../values/cohort/index.ts";
import type { Bitmap } from "./bitmap.ts";

/** Writes the bits of the words `first` to `end` of the rows, from the start of `into`. Rows beyond the last give any bit. */
export type Kernel = (first: number, end: number, into: Bitmap) => void;

/*
 * Is any of some values possible? Written as plain loops over words: these run for every literal of every row. Where a mask is
 * a byte, four rows are looked at together: what is left of each byte moves its top bit, and a multiplication gathers the
 * four bits.
 */

/** `wanted`: the bits of the values that the literal holds. */
export function maskKernel({ masks }: MaskColumn, wanted: number): Kernel {
  if (!(masks instanceof Uint8Array) || !isLittleEndian) return rowByRow(masks, wanted);
  const fours = new Uint32Array(masks.buffer, masks.byteOffset, masks.length >>> 2);
  const single = 31 - Math.clz32(wanted);
  const kernel = wanted === 1 << single ? oneValue(fours, single) : severalValues(fours, wanted);
  return withTail(kernel, rowByRow(masks, wanted), masks.length >>> 5);
}

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** The words that hold 32 rows by the one kernel, what is behind them by the other. */
function withTail(whole: Kernel, tail: Kernel, wholeWords: number): Kernel {
  return (first, end, into) => {
    whole(first, Math.min(end, wholeWords), into);
    const rest = Math.max(first, wholeWords);
    if (end > rest) tail(rest, end, into.subarray(rest - first));
  };
}

const gather = 0x10204080;
const eachByte = 0x01010101;

// The loops take what they read as parameters: compiled code reads those faster than what a closure holds.

function oneValue(fours: Uint32Array, bit: number): Kernel {
  return (first, end, into) => oneValueOfWords(fours, bit, { first, end, into });
}

interface Words {
  readonly first: number;
  readonly end: number;
  readonly into: Bitmap;
}

function oneValueOfWords(fours: Uint32Array, bit: number, { first, end, into }: Words): void {
  for (let word = first; word < end; word += 1) {
    let bits = 0;
    for (let at = 8 * word + 7; at >= 8 * word; at -= 1)
      bits = (bits << 4) | (Math.imul(((fours[at] ?? 0) >>> bit) & eachByte, gather) >>> 28);
    into[word - first] = bits;
  }
}

const lowBits = 0x7f7f7f7f;

function severalValues(fours: Uint32Array, wanted: number): Kernel {
  const inEach = Math.imul(wanted, eachByte);
  return (first, end, into) => severalValuesOfWords(fours, inEach, { first, end, into });
}

function severalValuesOfWords(fours: Uint32Array, inEach: number, { first, end, into }: Words): void {
  for (let word = first; word < end; word += 1) {
    let bits = 0;
    for (let at = 8 * word + 7; at >= 8 * word; at -= 1) {
      const left = (fours[at] ?? 0) & inEach;
      const top = (((left & lowBits) + lowBits) | left) >>> 7;
      bits = (bits << 4) | (Math.imul(top & eachByte, gather) >>> 28);
    }
    into[word - first] = bits;
  }
}

function rowByRow(masks: MaskColumn["masks"], wanted: number): Kernel {
  return (first, end, into) => {
    for (let word = first; word < end; word += 1) {
      let bits = 0;
      const last = Math.min(masks.length, 32 * word + 32);
      for (let row = 32 * word; row < last; row += 1) bits |= (-((masks[row] ?? 0) & wanted) >>> 31) << (row & 31);
      into[word - first] = bits;
    }
  };
}
