import type { Bitmap } from "./bitmap.ts";

/**
 * `at least k of n` for 32 rows a word: numbers written across planes, one bit of each row's count a plane. The counts begin at
 * 2^m - k, so that bit m is on as soon as k operands were.
 */
export function atLeast(
  count: number,
  operands: readonly Bitmap[],
  into: Bitmap,
): (first: number, end: number) => void {
  const bits = bitsFor(count, operands.length);
  const planes = Array.from({ length: bits + 1 }, () => new Int32Array(into.length));
  const begin = 2 ** bits - count;
  const carry = new Int32Array(into.length);
  return (first, end) => {
    const words = end - first;
    for (const [bit, plane] of planes.entries()) plane.fill(-((begin >>> bit) & 1), 0, words);
    for (const operand of operands) {
      carry.set(operand.subarray(0, words));
      for (const plane of planes) addTo(plane, carry, words);
    }
    into.set((planes[bits] ?? into).subarray(0, words));
  };
}

/** Bits below the one that says so: neither `count` nor what the operands may go beyond it is larger. */
function bitsFor(count: number, operands: number): number {
  let bits = 0;
  while (2 ** bits < count || 2 ** bits <= operands - count) bits += 1;
  return bits;
}

/** Leaves in `carry` what goes on to the next plane. */
function addTo(plane: Bitmap, carry: Bitmap, words: number): void {
  for (let word = 0; word < words; word += 1) {
    const before = plane[word] ?? 0;
    const more = carry[word] ?? 0;
    plane[word] = before ^ more;
    carry[word] = before & more;
  }
}
