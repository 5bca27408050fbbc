import { assembleLog, type Decoded, type ReleaseLog } from "../../../engine/attestation/index.ts";
import { logEntries, logHead } from "../../api/index.ts";

/** The log as the server gives it out; `null` where it gives none. One that is no log is said to be none. */
export async function publicLog(): Promise<Decoded<ReleaseLog> | null> {
  const head = await logHead();
  const entries = await logEntries();
  return head.ok && entries.ok ? assembleLog(head.value, entries.value) : null;
}
