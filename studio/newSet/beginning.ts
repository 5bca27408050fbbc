import type { NewSet } from "../api/index.ts";
import { fileName, firstGuideline } from "../files/index.ts";

/** What somebody says of the guideline set that they begin; what is empty follows from the title. */
export interface Words {
  readonly title: string;
  /** As typed; `null`: not typed, so that it follows from the title. */
  readonly name: string | null;
  readonly guideline: string;
}

export const nothingSaid: Words = { title: "", name: null, guideline: "" };

/** The name in addresses and releases; empty while nothing says one. */
export const nameOf = ({ title, name }: Words): string => (name === null ? (fileName(title) ?? "") : name.trim());

/** The title of its first guideline. */
export const guidelineOf = ({ title, guideline }: Words): string => guideline.trim() || title.trim();

/** The set, and the path of its first guideline. */
export function beginning(words: Words): { readonly set: NewSet; readonly path: string } {
  const title = guidelineOf(words);
  const path = `${fileName(title) ?? "first"}.guideline`;
  const text = firstGuideline(title);
  return { set: { name: nameOf(words), title: words.title.trim(), files: [{ path, text }] }, path };
}
