import type { Attestation, Decoded, KeySet, Leaf, ReleaseLog, SignedHead } from "../../../engine/attestation/index.ts";
import type { Release, ReleaseManifest } from "../../../engine/release/index.ts";
import type { AuditEvent, AuditPoint } from "../../store/index.ts";
import type { KeptKey } from "../keys/index.ts";

/** A release on a shelf, and what is said of it. */
export interface ShelvedRelease {
  readonly manifest: ReleaseManifest;
  readonly digest: string;
  /** The name of its archive. */
  readonly file: string;
  /** `null` where there is none that can be read: nobody is known to stand for it. */
  readonly attestation: Attestation | null;
  /** The days of service it is in force on, as published or, since then, retired; `null`: nothing says so. */
  readonly effective: { readonly from: string; readonly to: string | null } | null;
}

export interface ShelvedReleases {
  /** The latest version first. */
  readonly releases: readonly ShelvedRelease[];
  /** Archives that are not as they were made, and why. They are never counted as releases. */
  readonly damaged: readonly { readonly file: string; readonly problem: string }[];
}

export interface ShelvedFiles {
  readonly payload: Uint8Array;
  /** `null` where there is none. */
  readonly attestation: Uint8Array | null;
}

/** What stands on the shelf while nobody else may add to it. */
export interface Turn {
  readonly entries: readonly Leaf[];
  /** `null` before the first entry. */
  readonly head: SignedHead | null;
  /** The oldest first. */
  readonly keys: readonly KeptKey[];
  readonly list: Shelf["list"];
  /** The last entry of the audit log, which the log is told of whenever something is added; `null`: there is none. */
  readonly audit: AuditPoint | null;
}

/** What is added, all of it or nothing. */
export interface Addition<T> {
  readonly leaves: readonly Leaf[];
  readonly head: SignedHead;
  /** Those that are new or changed. */
  readonly keys: readonly KeptKey[];
  readonly release: { readonly release: Release; readonly attestation: Attestation } | null;
  /** What the audit log says of it. */
  readonly event: Pick<AuditEvent, "action" | "subject" | "detail" | "at">;
  readonly value: T;
}

/** Nothing is added; `value` says why. */
export interface Nothing<T> {
  readonly leaves: null;
  readonly value: T;
}

/**
 * Where releases are kept, with the log of them and the keys that sign them. Two there are: a folder, and the store. What is
 * added is on the disk when `append` returns, and after a crash stands there whole or not at all.
 */
export interface Shelf {
  readonly list: (set: string) => Promise<ShelvedReleases>;
  readonly read: (set: string, version: string) => Promise<ShelvedFiles | null>;
  readonly keys: () => Promise<KeySet>;
  /** `null` before the first entry. */
  readonly log: () => Promise<Decoded<ReleaseLog | null>>;
  /** Publishers take turns: `make` sees what the one before added. */
  readonly append: <T>(make: (turn: Turn) => Promise<Addition<T> | Nothing<T>>) => Promise<Appended<T>>;
}

/** What `make` came to, or why nothing could be added, as a sentence: a full disk, a log that is not as it was written. */
export type Appended<T> = Decoded<T>;

export function nothing<T>(value: T): Nothing<T> {
  return { leaves: null, value };
}
