import {
  decodePinnedHead,
  encodePin,
  hashOfLeaf,
  type PinnedHead,
  type ReleaseLog,
} from "../../../engine/attestation/index.ts";

/**
 * By the first entry of the log: the same address may serve another store tomorrow, whose log is another and was not rewritten.
 * Of a log that was begun anew this browser therefore says that it has not seen it before.
 */
const keyOf = ({ entries: [first] }: ReleaseLog): string =>
  `precept-log-${first === undefined ? "" : hashOfLeaf(first)}`;

/** The head of this log that this browser kept when it last found it in order; `null`: it has not seen the log before. */
export function keptHead(log: ReleaseLog): PinnedHead | null {
  const kept = localStorage.getItem(keyOf(log));
  const read = kept === null ? null : decodePinnedHead(new TextEncoder().encode(kept));
  return read?.ok === true ? read.value : null;
}

/** From now on the log must have grown out of what it is today. */
export function keepHead(log: ReleaseLog): void {
  try {
    localStorage.setItem(keyOf(log), new TextDecoder().decode(encodePin(log.head, new Date().toISOString())));
  } catch {
    // A browser that stores nothing has not seen the log before, and says so.
  }
}
