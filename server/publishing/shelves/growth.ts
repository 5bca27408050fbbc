import {
  type KeyRecord,
  type Leaf,
  type PinnedHead,
  type ReleaseLog,
  verifyLog,
} from "../../../engine/attestation/index.ts";

/**
 * Why nothing may be added to a log, as a sentence; `null`: it is what these keys signed, and grew out of the head that was kept of
 * it. Whoever signs a log stands for all of it, so what somebody else put into it is never signed over.
 */
export async function growthBarrier(
  log: ReleaseLog | null,
  keys: readonly KeyRecord[],
  kept: PinnedHead | null,
): Promise<string | null> {
  if (log === null) return kept === null ? null : gone(kept);
  const problem = await logProblem(log, keys, kept);
  return problem === null ? null : `Nothing was added: the log is not as it was signed here. ${problem}`;
}

/** Why a log is not what these keys signed, or did not grow out of the head that was kept of it; `null`: it is, and did. */
export async function logProblem(
  log: ReleaseLog,
  keys: readonly KeyRecord[],
  kept: PinnedHead | null,
): Promise<string | null> {
  const checks = await verifyLog(log, keys.map(stillOurs), kept);
  const problems = checks.flatMap(({ state, detail }) => (state === "failed" ? [detail] : []));
  return problems.length === 0 ? null : problems.join(" ");
}

/** Nobody else has a key that another one took the place of: what it signed last still is ours, whenever that was. */
function stillOurs(key: KeyRecord): KeyRecord {
  return key.revoked?.because === "superseded" ? { ...key, revoked: null } : key;
}

function gone({ head }: PinnedHead): string {
  return `Nothing was added: the log of ${head.size} entries that was signed here last, on ${head.at}, is gone. Restore it.`;
}

/** The entries of a log, where it is what was signed, by these keys if there are any; of another log nothing is believed. */
export async function believedEntries(log: ReleaseLog | null, keys: readonly KeyRecord[]): Promise<readonly Leaf[]> {
  if (log === null) return [];
  const checks = await verifyLog(log, keys.length === 0 ? null : keys.map(stillOurs), null);
  return checks.some(({ state }) => state === "failed") ? [] : log.entries;
}
