import { comparisonAsJson, compareSets } from "../../compare/index.ts";
import { readSet, type SetFile } from "../../set/index.ts";
import type { ArchiveFile } from "../archive.ts";
import { SET_FOLDER } from "../manifest.ts";
import type { PayloadSet, PayloadWork } from "./source.ts";

/** `comparison.json`, `precept/comparison/1`: what changed since the release before; `null` where this is the first. */
export function comparisonWithBefore(payload: PayloadSet, { progress, shouldStop }: PayloadWork): object {
  const { about, before, set } = payload;
  const head = { schema: "precept/comparison/1", set: about.set, before: about.previous, now: about.version };
  if (about.previous === null) return { ...head, comparison: null };
  const compared = compareSets(readSet(setTexts(before)).value, set, {
    shouldStop,
    progress: (done, of) => progress("comparison", done, of),
  });
  return { ...head, comparison: comparisonAsJson(compared, null) };
}

/** The texts of the set in a release. */
export function setTexts(files: readonly ArchiveFile[]): readonly SetFile[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return files
    .filter(({ path }) => path.startsWith(SET_FOLDER))
    .map(({ path, content }) => ({ path: path.slice(SET_FOLDER.length), text: decoder.decode(content) }));
}
