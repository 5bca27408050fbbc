import type { SourceText } from "../source/index.ts";
import { chunksOf, parseDeclaration } from "../syntax/index.ts";
import { readHeader } from "./header.ts";
import { type Link, linksOf } from "./links.ts";
import type { Guideline } from "./model.ts";

/** What can be told of a guideline file before the files it rests on are read. */
export interface Head extends Pick<Guideline, "title" | "effective"> {
  readonly links: readonly Pick<Link, "kind" | "title">[];
}

/** Reads no more than the head of the file. */
export function headOf({ text }: SourceText): Head {
  for (const chunk of chunksOf(text)) {
    if (!beginsHead.test(chunk.text)) continue;
    const { declaration } = parseDeclaration(chunk.text);
    if (declaration.kind !== "guideline") continue;
    const { title, effective } = readHeader(declaration).header;
    return { title, effective, links: linksOf([declaration]).links };
  }
  return { title: "", effective: { from: null, to: null }, links: [] };
}

/** Comments and empty lines may stand above the first declaration of a file. */
const beginsHead = /^(?:\ufeff|\s|#.*)*guideline\b/i;
