/** A half-open range of UTF-16 offsets `[start, end)` into one source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The file of the text, where it is not the one at hand: what a guideline takes from another keeps its place there. */
  readonly file?: string;
}

/** The smallest span that holds both. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
