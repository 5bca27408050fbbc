/** One bit a row, 32 rows a word: row r is bit r % 32 of word r / 32. Bits behind the last row are off. */
export type Bitmap = Int32Array;

export const wordsFor = (rows: number): number => (rows + 31) >>> 5;

export function bitmapOf(rows: number): Bitmap {
  return new Int32Array(wordsFor(rows));
}

export function hasRow(bitmap: Bitmap, row: number): boolean {
  return (((bitmap[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function setRow(bitmap: Bitmap, row: number, on: boolean): void {
  const word = row >>> 5;
  const bit = 1 << (row & 31);
  bitmap[word] = on ? (bitmap[word] ?? 0) | bit : (bitmap[word] ?? 0) & ~bit;
}

export function countRows(bitmap: Bitmap): number {
  let count = 0;
  for (const word of bitmap) count += bitsOf(word);
  return count;
}

/** The bits that are on in both. */
export function countBoth(one: Bitmap, other: Bitmap): number {
  let count = 0;
  for (let word = 0; word < one.length; word += 1) count += bitsOf((one[word] ?? 0) & (other[word] ?? 0));
  return count;
}

/** The first rows that are on, ascending, at most so many. */
export function firstRows(bitmap: Bitmap, most: number): readonly number[] {
  const rows: number[] = [];
  for (const [word, all] of bitmap.entries())
    for (let bits = all; bits !== 0 && rows.length < most; bits &= bits - 1)
      rows.push(32 * word + 31 - Math.clz32(bits & -bits));
  return rows;
}

export function both(one: Bitmap, other: Bitmap): Bitmap {
  return one.map((word, at) => word & (other[at] ?? 0));
}

export function either(one: Bitmap, other: Bitmap): Bitmap {
  return one.map((word, at) => word | (other[at] ?? 0));
}

/** The rows of the one that are not in the other. */
export function without(one: Bitmap, other: Bitmap): Bitmap {
  return one.map((word, at) => word & ~(other[at] ?? 0));
}

export function clearBehind(bitmap: Bitmap, rows: number): void {
  const spare = rows & 31;
  const last = rows >>> 5;
  if (spare > 0) bitmap[last] = (bitmap[last] ?? 0) & ((1 << spare) - 1);
}

/** How many bits of a word are on: pairs, nibbles and bytes added up. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
