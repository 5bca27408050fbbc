import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";

/** A SHA-256, as 64 lower-case hexadecimal digits. */
export type Hash = string;

/** The hash of an entry of the log (RFC 6962, section 2.1): a leaf can never be passed off as a node. */
export function leafHash(entry: Uint8Array): Hash {
  return bytesToHex(sha256(concatBytes(Uint8Array.of(0), entry)));
}

function nodeHash(left: Hash, right: Hash): Hash {
  return bytesToHex(sha256(concatBytes(Uint8Array.of(1), hexToBytes(left), hexToBytes(right))));
}

/** The leaf hashes of a log, in order; a list of them may grow, and never changes otherwise. */
export type Leaves = readonly Hash[];

/** The leaves from one place up to another. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** The Merkle tree hash of the first `size` leaves of a log. */
export function treeRoot(leaves: Leaves, size: number = leaves.length): Hash {
  return size === 0 ? bytesToHex(sha256(new Uint8Array())) : rootOf(leaves, { from: 0, to: size });
}

/** What is whole of a tree stays so however it grows: it is worked out once for each list. */
const whole = new WeakMap<Leaves, Map<number, Hash>>();

function rootOf(leaves: Leaves, part: Part): Hash {
  const size = part.to - part.from;
  if (size === 1) return leafAt(leaves, part.from);
  const { left, right } = split(part);
  const root = () => nodeHash(rootOf(leaves, left), rootOf(leaves, right));
  if (!isPowerOfTwo(size)) return root();
  const kept = whole.get(leaves) ?? new Map<number, Hash>();
  whole.set(leaves, kept);
  const place = part.from * 64 + Math.log2(size);
  const found = kept.get(place) ?? root();
  kept.set(place, found);
  return found;
}

function leafAt(leaves: Leaves, at: number): Hash {
  const leaf = leaves[at];
  if (leaf === undefined) throw new Error("the log has not so many entries");
  return leaf;
}

/** The left part is the largest power of two below the whole. */
function split({ from, to }: Part) {
  const at = from + 2 ** Math.floor(Math.log2(to - from - 1));
  return { at, left: { from, to: at }, right: { from: at, to } };
}

/** What shows that the entry at `index` is in the tree of the first `size` leaves: the audit path of RFC 6962, section 2.1.1. */
export function inclusionProof(leaves: Leaves, index: number, size: number = leaves.length): readonly Hash[] {
  return pathTo(leaves, index, { from: 0, to: size });
}

function pathTo(leaves: Leaves, index: number, part: Part): readonly Hash[] {
  if (part.to - part.from <= 1) return [];
  const { at, left, right } = split(part);
  return index < at
    ? [...pathTo(leaves, index, left), rootOf(leaves, right)]
    : [...pathTo(leaves, index, right), rootOf(leaves, left)];
}

/** What shows that the tree of the first `from` leaves was only added to, to come to that of `to`: RFC 6962, section 2.1.2. */
export function consistencyProof(leaves: Leaves, from: number, to: number = leaves.length): readonly Hash[] {
  return from <= 0 || from >= to ? [] : subproof(leaves, from, { from: 0, to });
}

/** The verifier holds the root of the tree up to `old`, which begins with the first leaf. */
function subproof(leaves: Leaves, old: number, part: Part): readonly Hash[] {
  if (old === part.to) return part.from === 0 ? [] : [rootOf(leaves, part)];
  const { at, left, right } = split(part);
  return old <= at
    ? [...subproof(leaves, old, left), rootOf(leaves, right)]
    : [...subproof(leaves, old, right), rootOf(leaves, left)];
}

export interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** Whether a proof shows that an entry is in the tree of a root: RFC 9162, section 2.1.3.2. */
export function isIncluded({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (index >= size) return false;
  const walk = { at: index, last: size - 1 };
  let hash = leaf;
  for (const step of proof) {
    if (walk.last === 0) return false;
    hash = climb(walk) ? nodeHash(step, hash) : nodeHash(hash, step);
  }
  return walk.last === 0 && hash === root;
}

export interface Consistency {
  readonly from: number;
  readonly before: Hash;
  readonly to: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether a proof shows that the tree of one root was only added to, to come to another: RFC 9162, section 2.1.4.2. */
export function isConsistent({ from, before, to, root, proof }: Consistency): boolean {
  if (from > to) return false;
  if (from === to) return proof.length === 0 && before === root;
  if (from === 0) return proof.length === 0 && before === treeRoot([]);
  const [first, ...steps] = isPowerOfTwo(from) ? [before, ...proof] : proof;
  if (first === undefined) return false;
  const walk = { at: from - 1, last: to - 1 };
  while (isOdd(walk.at)) halve(walk);
  let [earlier, later] = [first, first];
  for (const step of steps) {
    if (walk.last === 0) return false;
    if (climb(walk)) {
      earlier = nodeHash(step, earlier);
      later = nodeHash(step, later);
    } else later = nodeHash(later, step);
  }
  return walk.last === 0 && earlier === before && later === root;
}

/** A place in one level of the tree, and the last place of that level. */
interface Walk {
  at: number;
  last: number;
}

/** Goes up one level, or, where the way up has no sibling, as many as it takes. `true`: the sibling stood to the left. */
function climb(walk: Walk): boolean {
  const isRight = isOdd(walk.at) || walk.at === walk.last;
  if (isRight) while (!isOdd(walk.at) && walk.at !== 0) halve(walk);
  halve(walk);
  return isRight;
}

function halve(walk: Walk): void {
  walk.at = Math.floor(walk.at / 2);
  walk.last = Math.floor(walk.last / 2);
}

const isOdd = (number: number): boolean => number % 2 === 1;
const isPowerOfTwo = (number: number): boolean => Number.isInteger(Math.log2(number));
