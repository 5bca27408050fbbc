import type { PushRequest } from "../../protocol/index.ts";
import { done, type Result, refuse } from "../result.ts";
import { readSetFiles, type SetFolder } from "../setFolder.ts";
import { theirsIn } from "./theirs.ts";

/** What was changed in a folder since it was filled, as `push` takes it. Refused while a conflict is not settled. */
export async function changesIn(
  set: SetFolder,
  base: ReadonlyMap<string, string>,
): Promise<Result<Pick<PushRequest, "files" | "removed">>> {
  const [open] = await theirsIn(set);
  if (open !== undefined) return refuse({ kind: "exists", detail: unsettled(open) });
  const local = await readSetFiles(set);
  if (!local.ok) return local;
  const unreadable = local.value.find((file) => file.unreadable !== null);
  if (unreadable !== undefined)
    return refuse({ kind: "not text", detail: `\`${unreadable.path}\`: ${unreadable.unreadable}` });
  const here = new Set(local.value.map(({ path }) => path));
  const changed = local.value.filter(({ path, etag }) => etag !== `"${base.get(path)}"`);
  return done({
    files: changed.map(({ path, text }) => ({ path, text, base: base.get(path) ?? null })),
    removed: [...base].filter(([path]) => !here.has(path)).map(([path, hash]) => ({ path, base: hash })),
  });
}

export function unsettled(path: string): string {
  return `\`${path}\` still lies there: take from it what belongs into your file, then delete it.`;
}
