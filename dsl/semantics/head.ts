import type { SourceText } from "../source/index.ts";
import { chunksOf, parseDeclaration } from "../syntax/index.ts";
import { readHeader } from "./header.ts";
import { type Link, linksOf } from "./links.ts";
import type { Guideline } from "./model.ts";

/** What can be told of a guideline file before the files it rests on are read. */
export interface Head extends Pick<Guideline, "title" | "effective"> {
  readonly links: readonly Pick<Link, "kind" | "title">[];
  /** Its own text, by which it is known again. */
  readonly text: string;
}

/** Reads no more than the head of the file, and not again what has not changed. */
export function headOf({ text }: SourceText, before?: Head): Head {
  for (const chunk of chunksOf(text)) {
    if (!beginsHead.test(chunk.text)) continue;
    if (chunk.text === before?.text) return before;
    const { declaration } = parseDeclaration(chunk.text);
    if (declaration.kind !== "guideline") continue;
    const { title, effective } = readHeader(declaration).header;
    return { title, effective, links: linksOf([declaration]).links, text: chunk.text };
  }
  return { title: "", effective: { from: null, to: null }, links: [], text: "" };
}

/** Comments and empty lines may stand above the first declaration of a file. */
const beginsHead = /^(?:\ufeff|\s|#.*)*guideline\b/i;
