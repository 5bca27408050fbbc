import type { Pulled } from "../../protocol/index.ts";
import { readSetFiles, type SetFolder } from "../setFolder.ts";

/** The files that folder and server both have, with different texts: their hashes in the folder, by path. */
export async function differingFiles(set: SetFolder, { files }: Pulled): Promise<ReadonlyMap<string, string>> {
  const local = await readSetFiles(set);
  const there = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const here = (local.ok ? local.value : []).map(({ path, etag }) => [path, etag.slice(1, -1)] as const);
  return new Map(here.filter(([path, sha256]) => there.has(path) && there.get(path) !== sha256));
}
