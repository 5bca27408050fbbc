import type { Diagnostic, Span } from "../../../dsl/index.ts";
import type { Board } from "./protocol.ts";

/** A diagnostic of the analysis in the text as it is now. */
export interface PlacedDiagnostic {
  readonly diagnostic: Diagnostic;
  /** The id of the case that shows it; `null`: there is none. */
  readonly witness: string | null;
}

/**
 * What was found in a guideline, moved along with its text: it stays in view until the newer text is proved. Fixes are only
 * of the text they were made for.
 */
export function placedIn(board: Board | undefined, text: string): readonly PlacedDiagnostic[] {
  if (board === undefined) return [];
  const moved = moving(board.text, text);
  return board.entries.flatMap(({ id, state, diagnostic, witness }) => {
    if (state !== "found" || diagnostic === null || diagnostic.file !== board.path) return [];
    const span = moved(diagnostic.span);
    if (span === null) return [];
    const fixes = board.text === text ? diagnostic.fixes : [];
    return [{ diagnostic: { ...diagnostic, span, fixes }, witness: witness === null ? null : id }];
  });
}

/** Where a span of one text is in the next: between the two lies one change. `null`: what it spoke of is gone. */
export function moving(before: string, after: string): (span: Span) => Span | null {
  if (before === after) return (span) => span;
  const start = equalAtStart(before, after);
  const end = before.length - equalAtEnd(before, after, start);
  const longer = after.length - before.length;
  const at = (offset: number, whenInside: number) =>
    offset <= start ? offset : offset >= end ? offset + longer : whenInside;
  return (span) => {
    const moved = { ...span, start: at(span.start, end + longer), end: at(span.end, start) };
    return moved.start < moved.end || (span.start === span.end && moved.start === moved.end) ? moved : null;
  };
}

function equalAtStart(before: string, after: string): number {
  const shortest = Math.min(before.length, after.length);
  let count = 0;
  while (count < shortest && before[count] === after[count]) count += 1;
  return count;
}

function equalAtEnd(before: string, after: string, start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count += 1;
  return count;
}
