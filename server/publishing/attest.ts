import {
  type Attestation,
  hashOfLeaf,
  headBytes,
  inclusionProof,
  type Leaf,
  leafHashes,
  releaseLeaf,
  rootAt,
  type SignedHead,
  type Statement,
} from "../../engine/attestation/index.ts";
import { canonicalBytes } from "../../engine/digest/index.ts";
import { signDetached, type SigningKey } from "./keys/index.ts";

/** The log with more entries, and the head that is signed of it. */
export interface Grown {
  readonly added: readonly Leaf[];
  readonly head: SignedHead;
}

/** Adds entries to a log and signs what it comes to. */
export async function grow(
  entries: readonly Leaf[],
  added: readonly Leaf[],
  key: SigningKey,
  at: string,
): Promise<Grown> {
  const all = [...entries, ...added];
  const [log = ""] = leafHashes({ entries: all });
  const head = { log, size: all.length, root: rootAt({ entries: all }, all.length), at };
  return { added, head: { ...head, signature: await signDetached(key, headBytes(head)) } };
}

/** Signs what is said of a release, adds it to the log, and shows that it is in it. */
export async function attest(statement: Statement, entries: readonly Leaf[], key: SigningKey) {
  const signatures = [await signDetached(key, canonicalBytes(statement))];
  const leaf = releaseLeaf({ statement, signatures });
  const grown = await grow(entries, [leaf], key, statement.published.at);
  const hashes = [...leafHashes({ entries }), hashOfLeaf(leaf)];
  const log = { index: entries.length, treeSize: grown.head.size, head: grown.head };
  const inclusion = inclusionProof(hashes, entries.length);
  const attestation: Attestation = {
    schema: "precept/attestation/1",
    statement,
    signatures,
    log: { ...log, inclusion },
  };
  return { attestation, grown };
}
