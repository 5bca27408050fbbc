import { pathsIn, type SetFolder } from "../setFolder.ts";

/** What is added to the name of a file for the text that it has on the server, when it was changed on both sides. */
export const THEIRS = ".theirs";

/** The texts of the server that still lie beside files of the folder. */
export async function theirsIn(set: SetFolder): Promise<readonly string[]> {
  return pathsIn(set, (path) => path.endsWith(THEIRS));
}
