import { decodeAttestation, signatureHeader, type Statement } from "../../engine/attestation/index.ts";

interface Read {
  readonly statement: Statement;
  /** Ids of the keys that signed it. */
  readonly kids: readonly string[];
  /** Of its entry in the log, from 0. */
  readonly index: number;
}

/** What an attestation says; `null` when it is not in the form of one. Whether it is true is what `verify` looks at. */
export function readAttestation(bytes: Uint8Array): Read | null {
  const decoded = decodeAttestation(bytes);
  if (!decoded.ok) return null;
  const { statement, signatures, log } = decoded.value;
  return { statement, kids: signatures.map((signature) => kidOf(signature)), index: log.index };
}
