import type { Database } from "../../store/index.ts";
import { sinceRelease } from "../base.ts";
import { authorsBetween } from "./authors.ts";
import { pathsOfNobody } from "./nobody.ts";

/** Texts of a set of which nobody has said whose they are. */
export interface Unattributed {
  readonly set: string;
  readonly paths: readonly string[];
}

/** By set; those of which it is known, or that stand in a release already, are left out. */
export async function listUnattributed(database: Database): Promise<readonly Unattributed[]> {
  const sets = await database
    .selectFrom("guideline_set")
    .select(["name", "revision"])
    .where("removed_after", "is", null)
    .orderBy("name")
    .execute();
  const found: Unattributed[] = [];
  for (const { name, revision } of sets) {
    const authors = await authorsBetween(database, name, await sinceRelease(database, name), revision);
    const paths = await pathsOfNobody(database, authors);
    if (paths.length > 0) found.push({ set: name, paths });
  }
  return found;
}
