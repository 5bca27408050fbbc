import type { Span } from "../../../dsl/index.ts";
import { monaco } from "./monaco.ts";

/** Turns offsets of one text into lines and columns, whatever line ends or byte order mark it has. */
export interface Positions {
  readonly at: (offset: number) => monaco.Position;
  readonly range: (span: Span) => monaco.Range;
}

export function positionsIn(text: string): Positions {
  const starts = lineStarts(text);
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const at = (offset: number) => {
    const line = lineAt(starts, offset);
    // Monaco hides a byte order mark, so columns of the first line are one less.
    const hidden = line === 0 ? mark : 0;
    return new monaco.Position(line + 1, Math.max(1, offset - (starts[line] ?? 0) + 1 - hidden));
  };
  return { at, range: (span) => monaco.Range.fromPositions(at(span.start), at(span.end)) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** The last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
