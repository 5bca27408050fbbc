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

/** The Merkle tree hash of a log whose entries have these leaf hashes, in order. */
export function treeRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (only === undefined) return bytesToHex(sha256(new Uint8Array()));
  if (leaves.length === 1) return only;
  const { left, right } = split(leaves);
  return nodeHash(treeRoot(left), treeRoot(right));
}

/** The left part is the largest power of two below the whole. */
function split(leaves: readonly Hash[]) {
  const at = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return { at, left: leaves.slice(0, at), right: leaves.slice(at) };
}

/** What shows that the entry at `index` is in the tree of these leaves: the audit path of RFC 6962, section 2.1.1. */
export function inclusionProof(leaves: readonly Hash[], index: number): readonly Hash[] {
  if (leaves.length <= 1) return [];
  const { at, left, right } = split(leaves);
  return index < at
    ? [...inclusionProof(left, index), treeRoot(right)]
    : [...inclusionProof(right, index - at), treeRoot(left)];
}

/** What shows that the tree of the first `from` of these leaves was only added to: RFC 6962, section 2.1.2. */
export function consistencyProof(leaves: readonly Hash[], from: number): readonly Hash[] {
  return from <= 0 || from >= leaves.length ? [] : subproof(leaves, from, true);
}

/** `known`: whether the tree of `from` is one that the verifier holds the root of. */
function subproof(leaves: readonly Hash[], from: number, known: boolean): readonly Hash[] {
  if (from === leaves.length) return known ? [] : [treeRoot(leaves)];
  const { at, left, right } = split(leaves);
  return from <= at
    ? [...subproof(left, from, known), treeRoot(right)]
    : [...subproof(right, from - at, false), treeRoot(left)];
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
