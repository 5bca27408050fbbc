import { listSetFolders, readSetFiles, type SetFolder } from "../../folders/index.ts";
import type { Database } from "../database/index.ts";
import { standingFiles } from "./changes.ts";
import { changesOf, digestOf } from "./folderChanges.ts";

/** The guideline sets of a folder that hold what the store neither holds nor ever took in. */
export async function setsLeftOut(database: Database, folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const set of await listSetFolders(folder)) if (await isLeftOut(database, set)) names.push(set.name);
  return names;
}

async function isLeftOut(database: Database, set: SetFolder): Promise<boolean> {
  const files = await readSetFiles(set);
  if (!files.ok) return true;
  const found = database.selectFrom("guideline_set").select(["imported", "removed_after"]).where("name", "=", set.name);
  const known = await found.executeTakeFirst();
  // What was removed here does not come back from its folder.
  if (known !== undefined && known.removed_after !== null) return false;
  const inFolder = digestOf(changesOf(files.value));
  if (known?.imported === inFolder) return false;
  const standing = await standingFiles(database, set.name);
  return inFolder !== digestOf([...standing].map(([path, content]) => ({ path, content })));
}
