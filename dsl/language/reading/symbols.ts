import type { AnalysedPart, Analysis } from "../../semantics/index.ts";
import type { Span } from "../../source/index.ts";
import type { Mark, Symbol } from "./marks.ts";
import { partMarks } from "./partMarks.ts";

/** Where a name stands, in offsets of the file. */
export interface Occurrence {
  readonly span: Span;
  readonly declares: boolean;
}

/** The declaration whose text holds `offset`; at a seam the one that begins there. */
export function partAt(analysis: Analysis, offset: number): AnalysedPart | undefined {
  return analysis.parts.findLast(({ chunk }) => chunk.start <= offset);
}

/** The mark that `offset` is in or touches, in offsets of the file; a name is preferred to what it touches. */
export function markAt(analysis: Analysis, offset: number): Mark | null {
  const touching = analysis.parts.flatMap((part) => {
    const at = offset - part.chunk.start;
    if (at < 0 || at > part.chunk.text.length) return [];
    return partMarks(part, analysis.environment)
      .filter(({ start, end }) => start <= at && at <= end)
      .map((mark) => ({ ...mark, start: mark.start + part.chunk.start, end: mark.end + part.chunk.start }));
  });
  return touching.find(({ symbol }) => symbol) ?? touching.find(({ end }) => offset < end) ?? touching[0] ?? null;
}

/** Every place where the symbol is named, also in phrases that cannot be read yet. */
export function occurrences(analysis: Analysis, { kind, key }: Symbol): readonly Occurrence[] {
  return analysis.parts.flatMap((part) =>
    partMarks(part, analysis.environment)
      .filter(({ symbol }) => symbol?.kind === kind && symbol.key === key)
      .map(({ start, end, declares }) => ({
        span: { start: start + part.chunk.start, end: end + part.chunk.start },
        declares: declares ?? false,
      })),
  );
}
