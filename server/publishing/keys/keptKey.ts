import type { KeyRecord } from "../../../engine/attestation/index.ts";

/** A key as it is kept: with its private part (RFC 8037, `d`), until it may sign no more. */
export interface KeptKey {
  readonly record: KeyRecord;
  readonly d: string | null;
}
