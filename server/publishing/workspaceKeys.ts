import { access, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Decoded, KeySet } from "../../engine/attestation/index.ts";
import { grow } from "./attest.ts";
import { folderShelf, LOG_FILE } from "./shelves/index.ts";
import { readKeyFolder } from "./keys/index.ts";
import type { KeysChanged } from "./manageKeys.ts";
import { nothing, type Shelf } from "./shelves/index.ts";
import { signerFor } from "./signer.ts";

/** What is public of the keys of a workspace, the oldest first. */
export async function workspaceKeySet(workspace: string): Promise<Decoded<KeySet>> {
  const kept = await readKeyFolder(workspaceKeys(workspace));
  return kept.ok ? { ok: true, value: kept.value.map(({ record }) => record) } : kept;
}

/** Where the keys of a workspace are, the folder whose folders are guideline sets. */
export function workspaceKeys(workspace: string): string {
  return join(workspace, ".precept", "keys");
}

/**
 * Changes the keys of a workspace. Its sets keep a log each: the change is made in the workspace's own, and told to all of them at
 * once, so that nobody who has one of these logs takes a revoked key for a good one.
 */
export async function changeKeys(
  workspace: string,
  now: Date,
  change: (shelf: Shelf) => Promise<KeysChanged>,
): Promise<KeysChanged> {
  const keys = workspaceKeys(workspace);
  const changed = await change(folderShelf(join(dirname(keys), "log"), keys));
  if (changed.kind === "refused") return changed;
  const untold: string[] = [];
  for (const releases of await logsIn(workspace)) {
    const told = await tell(folderShelf(releases, keys), now);
    if (told !== null) untold.push(`The keys were changed, but \`${releases}\` was not told. ${told}`);
  }
  return untold.length === 0 ? changed : { kind: "refused", detail: untold.join("\n") };
}

async function logsIn(workspace: string): Promise<readonly string[]> {
  const names = await readdir(workspace).catch(() => []);
  const folders = names.map((name) => join(workspace, name, "releases"));
  const logged = await Promise.all(
    folders.map((folder) =>
      access(join(folder, LOG_FILE)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return folders.filter((_, at) => logged[at] === true);
}

/** Why a log could not be told of the keys as they are; `null` when it knows. */
async function tell(shelf: Shelf, now: Date): Promise<string | null> {
  const told = await shelf.append<string | null>(async (turn) => {
    const signer = await signerFor(turn, now);
    if ("refusal" in signer) return nothing(signer.refusal);
    if (signer.leaves.length === 0) return nothing(null);
    const { head } = await grow(turn.entries, signer.leaves, signer.key, signer.at);
    const event = { action: "tell keys", subject: "", detail: {}, at: now };
    return { leaves: signer.leaves, head, keys: [], release: null, event, value: null };
  });
  return told.ok ? told.value : told.problem;
}
