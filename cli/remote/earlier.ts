import { historySchema } from "../../server/protocol/index.ts";
import type { Remote } from "./address.ts";
import { ask } from "./ask.ts";

/** How many pages of a file's history are looked through. */
const PAGES = 5;

/**
 * Of files as they stand in a folder, those whose text once stood on the server: they were not changed in the folder, they
 * are only older. Hashes are SHA-256 in hexadecimal digits, by path.
 */
export async function earlierTexts(
  remote: Remote,
  set: string,
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const earlier = new Map<string, string>();
  for (const [path, sha256] of files) if (await stoodBefore(remote, set, path, sha256)) earlier.set(path, sha256);
  return earlier;
}

async function stoodBefore(remote: Remote, set: string, path: string, sha256: string): Promise<boolean> {
  let before: number | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const from = before === null ? "" : `&before=${before}`;
    const address = `/api/sets/${encodeURIComponent(set)}/history?path=${encodeURIComponent(path)}${from}`;
    const answer = await ask(remote, address);
    const history = answer.kind === "answered" ? historySchema.safeParse(answer.body).data : undefined;
    if (history === undefined) return false;
    if (history.revisions.some((revision) => revision.path === path && revision.sha256 === sha256)) return true;
    if (history.before === null) return false;
    before = history.before;
  }
  return false;
}
