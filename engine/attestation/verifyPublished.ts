import { type ArchiveFile, type Release, verifyRelease } from "../release/index.ts";
import { type Check, failed, notChecked, passed } from "./check.ts";
import { attestedPayload } from "./payload.ts";
import { type Evidence, type Verdict, verifyAttestation } from "./verify.ts";

/** What was found of a release from its bytes. */
export interface FoundOut extends Verdict {
  /** `null` where the payload is not as it was made. */
  readonly release: Release | null;
  readonly files: readonly ArchiveFile[];
}

/** What a verifier has: the bytes of a release, of what is said of it where there is that, and whom and what is trusted. */
export interface Bytes extends Pick<Evidence, "keys" | "pinned" | "log"> {
  readonly payload: Uint8Array;
  readonly attestation: Uint8Array | null;
}

/** The whole of it, from bytes alone, the same on every machine and in a browser. */
export async function verifyPublished({ payload, attestation, ...trust }: Bytes): Promise<FoundOut> {
  const verified = await verifyRelease(payload);
  if (!verified.ok) return { ...nothingElse(failed("payload", verified.reasons.join(" "))), release: null, files: [] };
  const { release, files } = verified;
  const fine = passed(
    "payload",
    "Every file has the SHA-256 its manifest says, and packing them again gives these bytes.",
  );
  if (attestation === null) return { ...unattested(fine, trust.keys !== null), release, files };
  const found = await verifyAttestation({ payload: attestedPayload(release), attestation, ...trust });
  return { ...found, checks: [fine, ...found.checks], release, files };
}

function nothingElse(check: Check): Verdict {
  return { verdict: "refused", checks: [check], attestation: null, effective: null, replaced: null };
}

/** Who names trusted keys asks who signed it; without an attestation nobody did. */
function unattested(fine: Check, isAsked: boolean): Verdict {
  const sentence = "There is no attestation, so that nobody is known to stand for it.";
  const check = isAsked ? failed("attestation", sentence) : notChecked("attestation", sentence);
  return {
    verdict: isAsked ? "refused" : "not proved",
    checks: [fine, check],
    attestation: null,
    effective: null,
    replaced: null,
  };
}
