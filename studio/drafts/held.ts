import type { StoredFile } from "../api/index.ts";

const nouns: readonly (readonly [kind: StoredFile["kind"], one: string, many: string])[] = [
  ["guideline", "guideline", "guidelines"],
  ["case", "case", "cases"],
  ["other", "other file", "other files"],
];

/** What a set holds, counted: `2 guidelines, 14 cases and its manifest`. */
export function heldWords(files: readonly Pick<StoredFile, "kind">[]): string {
  const counts = nouns.flatMap(([kind, one, many]) => {
    const count = files.filter((file) => file.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return new Intl.ListFormat("en-GB").format([...counts, "its manifest"]);
}
