import type { TextEdit } from "../diagnostic/index.ts";

/** The text with the edits made, all in offsets of the old text. One that overlaps an earlier one is left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let out = "";
  for (const { span, text: written } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) continue;
    out += text.slice(at, span.start) + written;
    at = span.end;
  }
  return out + text.slice(at);
}
