import type { Analysis } from "../semantics/index.ts";
import { lineStarts, type Span } from "../source/index.ts";

/** Lines that may be folded away: from the end of the line that stays to the end of the last one hidden. */
export interface Fold {
  readonly span: Span;
  readonly kind: "block" | "comment";
}

interface TextLine {
  readonly indent: number;
  readonly end: number;
  readonly comment: boolean;
}

/** A line folds what is indented below it; comment lines at one margin fold below their first. */
export function folding({ source: { text } }: Analysis): readonly Fold[] {
  const lines = filledLines(text);
  return lines.flatMap((line, index) => {
    const last = line.comment ? lastComment(lines, index) : lastBelow(lines, index);
    return last ? [{ span: { start: line.end, end: last.end }, kind: line.comment ? "comment" : "block" }] : [];
  });
}

function filledLines(text: string): readonly TextLine[] {
  const starts = lineStarts(text);
  return starts.flatMap((start, index) => {
    const line = text.slice(start, starts[index + 1] ?? text.length).trimEnd();
    const indent = line.search(/[^\s\ufeff]/);
    return indent < 0 ? [] : [{ indent, end: start + line.length, comment: line[indent] === "#" }];
  });
}

function lastBelow(lines: readonly TextLine[], index: number): TextLine | null {
  const indent = lines[index]?.indent ?? 0;
  let last: TextLine | null = null;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.indent <= indent) break;
    last = line;
  }
  return last;
}

function lastComment(lines: readonly TextLine[], index: number): TextLine | null {
  const indent = lines[index]?.indent;
  const isRun = (line: TextLine | undefined): line is TextLine => line?.comment === true && line.indent === indent;
  if (isRun(lines[index - 1])) return null;
  let at = index;
  while (isRun(lines[at + 1])) at++;
  return at > index ? (lines[at] ?? null) : null;
}
