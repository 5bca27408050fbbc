import { decodeKeySet, type FoundOut, verifyPublished } from "../../../engine/attestation/index.ts";
import { orThrow, releaseFiles, requestBytes } from "../../api/index.ts";
import { keepHead, keptHead } from "./keptHead.ts";
import { publicLog } from "./publicLog.ts";

/** What this browser finds of a release from its two files, the public keys, the log, and what it kept of the log, by itself. */
export async function verifyInBrowser(set: string, version: string): Promise<FoundOut> {
  const files = releaseFiles(set, version);
  const [payload, attestation, keys, read] = await Promise.all([
    orThrow(requestBytes(files.payload)),
    orThrow(requestBytes(files.attestation)),
    publicKeys(),
    publicLog(),
  ]);
  const log = read?.ok === true ? read.value : null;
  const pinned = log === null ? null : keptHead(log);
  const found = await verifyPublished({ payload, attestation, keys, pinned, log });
  if (read?.ok === false) return withBrokenLog(found, read.problem);
  if (found.verdict === "verified" && log !== null) keepHead(log);
  return found;
}

function withBrokenLog(found: FoundOut, detail: string): FoundOut {
  const others = found.checks.filter(({ name }) => name !== "log");
  return { ...found, verdict: "refused", checks: [...others, { name: "log", state: "failed", detail }] };
}

/** `null` where there are none: then nothing is known of who signed. */
async function publicKeys() {
  const answer = await requestBytes("/.well-known/jwks.json");
  const keys = answer.ok ? decodeKeySet(answer.value) : null;
  return keys?.ok === true ? keys.value : null;
}
