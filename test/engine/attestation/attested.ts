import {
  type Approval,
  attestedPayload,
  type AttestedPayload,
  encodeAttestation,
  type Evidence,
  type KeyRevocation,
  type KeySet,
  type Leaf,
  type ReleaseLog,
  type Statement,
  type Verdict,
  verifyAttestation,
} from "../../../engine/attestation/index.ts";
import type { Release } from "../../../engine/release/index.ts";
import { attest, grow } from "../../../server/publishing/attest.ts";
import { makeSigningKey, type SigningKey } from "../../../server/publishing/keys/index.ts";
import { candidate, released } from "../release/candidate.ts";

/** The days of March 2026 that things happen on: `day(9)` is nine o'clock on the ninth. */
export const day = (of: number) => `2026-03-${String(of).padStart(2, "0")}T09:00:00.000Z`;

/** A key of the second of March, the log it began, and the release of the ninth, which Ann approved and Pat published. */
export interface Attested {
  readonly key: SigningKey;
  readonly release: Release;
  readonly statement: Statement;
  readonly evidence: Evidence & { readonly log: ReleaseLog };
}

/** The first entry of a log. */
export const begun: Leaf = { type: "log", id: "6a4a7f0e-55f5-4c3a-9d7e-0a5d8f1b2c3d", at: day(2) };

export interface Circumstances {
  readonly statement?: Partial<Statement>;
  readonly notAfter?: string;
  /** What else is in the log before the release. */
  readonly before?: readonly Leaf[];
}

export async function attested({ statement, notAfter, before = [] }: Circumstances = {}): Promise<Attested> {
  const key = await makeSigningKey(day(2), notAfter ?? null);
  const release = await released(candidate(), []);
  const said = { ...statementOf(attestedPayload(release)), ...statement };
  const entries: readonly Leaf[] = [begun, { type: "key", key: key.record }, ...before];
  const { attestation, grown } = await attest(said, entries, key);
  const log: ReleaseLog = { schema: "precept/log/2", entries: [...entries, ...grown.added], head: grown.head };
  const evidence = {
    payload: attestedPayload(release),
    attestation: encodeAttestation(attestation),
    keys: [key.record],
    pinned: { head: grown.head, pinnedAt: day(10) },
    log,
  };
  return { key, release, statement: said, evidence };
}

export function approvalOf(payload: AttestedPayload): Approval {
  return { name: "Ann Approver", meaning: "approved", digest: payload.files, at: day(8) };
}

export function statementOf(payload: AttestedPayload): Statement {
  return {
    ...payload,
    effective: { from: "2026-04-01", to: null },
    approvals: [approvalOf(payload)],
    waivers: [{ gate: "adequacy", reason: "One mutant was looked at by hand.", name: "Pat Publisher", at: day(9) }],
    independentlyApproved: true,
    published: { name: "Pat Publisher", at: day(9) },
  };
}

/** The keys with one of them revoked. */
export function revokedIn(keys: KeySet, because: KeyRevocation["because"], at: string): KeySet {
  return keys.map((key) => ({ ...key, revoked: { at, because } }));
}

/** The log with more entries and a head that `key` signed. */
export async function grownLog(
  log: ReleaseLog,
  added: readonly Leaf[],
  key: SigningKey,
  at: string,
): Promise<ReleaseLog> {
  const { head } = await grow(log.entries, added, key, at);
  return { ...log, entries: [...log.entries, ...added], head };
}

export async function verdictOn(evidence: Evidence): Promise<Verdict["verdict"]> {
  return (await verifyAttestation(evidence)).verdict;
}

/** What is wrong, by the name of the check. */
export async function wrongIn(evidence: Evidence): Promise<readonly (readonly [string, string])[]> {
  const { checks } = await verifyAttestation(evidence);
  return checks.flatMap(({ name, state, detail }) => (state === "failed" ? [[name, detail] as const] : []));
}
