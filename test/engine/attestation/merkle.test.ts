import { describe, expect, test } from "vitest";
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  treeRoot,
} from "../../../engine/attestation/index.ts";

/** The entries, tree hashes and proofs of the reference implementation of Certificate Transparency. */
const entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const inclusions: readonly (readonly [number, number, readonly Hash[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];
const consistencies: readonly (readonly [number, number, readonly Hash[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

const leaves = entries.map((hex) => leafHash(Buffer.from(hex, "hex")));
const rootOf = (size: number) => roots[size] ?? "";

describe("published vectors", () => {
  test.each(roots.map((root, size) => [size, root] as const))("a log of %i entries has its root", (size, root) => {
    expect(treeRoot(leaves.slice(0, size))).toBe(root);
  });

  test.each(inclusions)("entry %i is in the tree of %i", (index, size, proof) => {
    expect(inclusionProof(leaves.slice(0, size), index)).toEqual(proof);
    expect(isIncluded({ leaf: leaves[index] ?? "", index, size, proof, root: rootOf(size) })).toBe(true);
  });

  test.each(consistencies)("the tree of %i was only added to, up to %i", (from, to, proof) => {
    expect(consistencyProof(leaves.slice(0, to), from)).toEqual(proof);
    expect(isConsistent({ from, before: rootOf(from), to, root: rootOf(to), proof })).toBe(true);
  });
});

describe("logs of up to 33 entries", () => {
  const many = Array.from({ length: 33 }, (_, at) => leafHash(Uint8Array.of(at)));
  const sizes = many.map((_, at) => at + 1);
  const prefix = (size: number) => many.slice(0, size);

  test("every entry is shown to be in every tree it is in, and at no other place", () => {
    for (const size of sizes)
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(prefix(size), index);
        const shown = { leaf: many[index] ?? "", index, size, proof, root: treeRoot(prefix(size)) };
        expect(isIncluded(shown)).toBe(true);
        expect(isIncluded({ ...shown, index: (index + 1) % size }) && size > 1).toBe(false);
        expect(isIncluded({ ...shown, leaf: leafHash(Uint8Array.of(99)) })).toBe(false);
        expect(isIncluded({ ...shown, proof: [...proof, many[0] ?? ""] })).toBe(false);
        expect(isIncluded({ ...shown, proof: proof.slice(1) }) && proof.length > 0).toBe(false);
      }
  });

  test("every tree is shown to have been added to, and another one not", () => {
    for (const to of sizes)
      for (let from = 0; from <= to; from += 1) {
        const proof = consistencyProof(prefix(to), from);
        const shown = { from, before: treeRoot(prefix(from)), to, root: treeRoot(prefix(to)), proof };
        expect(isConsistent(shown)).toBe(true);
        const rewritten = prefix(to).with(0, leafHash(Uint8Array.of(99)));
        const forked = { ...shown, root: treeRoot(rewritten), proof: consistencyProof(rewritten, from) };
        expect(isConsistent(forked) && from > 0).toBe(false);
        expect(isConsistent({ ...shown, proof: [...proof, many[0] ?? ""] })).toBe(false);
        expect(isConsistent({ ...shown, from: to + 1 })).toBe(false);
      }
  });
});
