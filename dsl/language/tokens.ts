import type { AnalysedPart, Analysis, Environment } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import type { Mark, MarkKind } from "./reading/index.ts";
import { partMarks } from "./reading/index.ts";

/** A stretch of text within one line, for colouring. */
export interface Token extends Span {
  readonly kind: MarkKind;
}

const tokensOfPart = new WeakMap<AnalysedPart, readonly Token[]>();

/** What to colour, in order and without overlap, in offsets of the file. Only declarations that changed are read again. */
export function tokens(analysis: Analysis): readonly Token[] {
  return analysis.parts.flatMap((part) => tokensOf(part, analysis.environment));
}

function tokensOf(part: AnalysedPart, environment: Environment): readonly Token[] {
  const known = tokensOfPart.get(part);
  if (known) return known;
  const { start, text } = part.chunk;
  const found: Token[] = [];
  for (const mark of partMarks(part, environment)) {
    if (crossesLines(mark, text)) found.push(...linewise(mark, text, start));
    else found.push({ kind: mark.kind, start: mark.start + start, end: mark.end + start });
  }
  tokensOfPart.set(part, found);
  return found;
}

function crossesLines({ start, end }: Mark, text: string): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

/** A name in brackets may run over the end of a line; editors colour line by line. */
function linewise({ kind, start, end }: Mark, text: string, offset: number): readonly Token[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]*\S/g)].map((line) => {
    const from = start + offset + line.index;
    return { kind, start: from + line[0].search(/\S/), end: from + line[0].length };
  });
}
