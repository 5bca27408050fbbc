import { decodeKeySet, type FoundOut, verifyPublished } from "../../../engine/attestation/index.ts";
import { orThrow, releaseFiles, requestBytes } from "../../api/index.ts";

/** What this browser finds of a release from its two files and the public keys, by itself. */
export async function verifyInBrowser(set: string, version: string): Promise<FoundOut> {
  const files = releaseFiles(set, version);
  const [payload, attestation, keys] = await Promise.all([
    orThrow(requestBytes(files.payload)),
    orThrow(requestBytes(files.attestation)),
    publicKeys(),
  ]);
  return verifyPublished({ payload, attestation, keys, pinned: null, log: null });
}

/** `null` where there are none: then nothing is known of who signed. */
async function publicKeys() {
  const answer = await requestBytes("/.well-known/jwks.json");
  const keys = answer.ok ? decodeKeySet(answer.value) : null;
  return keys?.ok === true ? keys.value : null;
}
