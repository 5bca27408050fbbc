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
  const found = partMarks(part, environment).flatMap((mark) => linewise(mark, text, start));
  tokensOfPart.set(part, found);
  return found;
}

/** A name in brackets may run over the end of a line; editors colour line by line. */
function linewise({ kind, start, end }: Mark, text: string, offset: number): readonly Token[] {
  const piece = text.slice(start, end);
  if (!/[\r\n]/.test(piece)) return [{ kind, start: start + offset, end: end + offset }];
  return [...piece.matchAll(/[^\r\n]*[^\s]/g)].map((line) => {
    const from = start + offset + line.index + line[0].search(/\S/);
    return { kind, start: from, end: start + offset + line.index + line[0].length };
  });
}
