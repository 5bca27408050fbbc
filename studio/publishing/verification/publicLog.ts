import { type Decoded, decodeLog, type ReleaseLog } from "../../../engine/attestation/index.ts";
import { canonicalBytes } from "../../../engine/digest/index.ts";
import { logEntries, logHead } from "../../api/index.ts";

/** The log as the server gives it out; `null` where it gives none. One that is no log is said to be none. */
export async function publicLog(): Promise<Decoded<ReleaseLog> | null> {
  const head = await logHead();
  const entries = await logEntries();
  if (!head.ok || !entries.ok) return null;
  // What was added since the head was asked for is of a later one.
  const signed = entries.value.slice(0, head.value.size);
  return decodeLog(canonicalBytes({ schema: "precept/log/1", entries: signed, head: head.value }));
}
