import type { Leaf } from "../../engine/attestation/index.ts";
import { type AuditPoint, type AuditVerified, type Database, verifyAudit } from "../store/index.ts";
import type { KeySecret } from "./keys/index.ts";
import { ownLog } from "./shelves/index.ts";

type Whole = Extract<AuditVerified, { kind: "whole" }>;

/** `anchored`: the last entry that the log of releases holds, since when; `null`: it holds none. */
export type AnchoredAudit =
  | (Whole & { readonly anchored: (AuditPoint & { readonly at: string }) | null })
  | Exclude<AuditVerified, Whole>
  /** Each entry follows the one before, and the log of releases, which could show that none was rewritten, is not as it was signed. */
  | (Omit<Whole, "kind"> & { readonly kind: "unproved"; readonly problem: string });

/**
 * Verifies the audit log by itself, and by what the signed log of releases holds of it. Whoever owns the database can write a
 * chain anew; they cannot sign that log. `secret`: as of `ownLog`.
 */
export async function verifyAnchoredAudit(database: Database, secret: KeySecret | null): Promise<AnchoredAudit> {
  const own = await ownLog(database, secret);
  const anchors = own.ok ? (own.value.log?.entries ?? []).flatMap(anchorIn) : [];
  const verified = await verifyAudit(database, anchors);
  if (verified.kind !== "whole") return verified;
  return own.ok
    ? { ...verified, anchored: anchors.at(-1) ?? null }
    : { ...verified, kind: "unproved", problem: own.problem };
}

function anchorIn(leaf: Leaf) {
  return leaf.type === "audit" ? [{ seq: leaf.seq, hash: leaf.hash, at: leaf.at }] : [];
}
