import { type AttestedPayload, type Check, verifyAttestation } from "../../engine/attestation/index.ts";
import type { Database } from "../store/index.ts";
import type { KeySecret } from "./keys/index.ts";
import { ownLog } from "./shelves/index.ts";

/** A payload that was found to be as it was made, and where in the store it stands. */
export interface StoredPayload {
  readonly attested: AttestedPayload;
  readonly set: string;
  readonly version: string;
}

/**
 * Why this server does not stand for a release of its store, as a sentence; `null`: its attestation is of these bytes, and is signed
 * and logged with own keys. Whoever can write to the tables can put any release there, and cannot do that. A key that was revoked
 * since as compromised counts as it does for every verifier who has the log.
 */
export async function stoodForProblem(
  database: Database,
  secret: KeySecret | null,
  { attested, set, version }: StoredPayload,
): Promise<string | null> {
  if (secret === null) return "There is no secret here that opens the signing keys.";
  if (attested.set !== set || attested.version !== version)
    return `It is ${attested.set} ${attested.version}, and stands in the place of ${set} ${version}.`;
  // A release never goes: what is read first is in the log that is read after it.
  const attestation = await attestationOf(database, attested.content);
  const own = await ownLog(database, secret);
  if (!own.ok) return own.problem;
  const evidence = { attestation, ...own.value, pinned: null };
  const { verdict, checks } = await verifyAttestation({ payload: attested, ...evidence });
  return verdict === "verified" ? null : problemsIn(checks);
}

async function attestationOf(database: Database, digest: string): Promise<Uint8Array> {
  const row = await database
    .selectFrom("release")
    .select("attestation")
    .where("digest", "=", digest)
    .executeTakeFirst();
  return new TextEncoder().encode(row?.attestation ?? "");
}

function problemsIn(checks: readonly Check[]): string {
  const problems = checks.filter(({ state }) => state === "failed").map(({ detail }) => detail);
  return problems.length === 0 ? "Nobody is known to have signed it." : problems.join(" ");
}
