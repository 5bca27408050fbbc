import type { Span } from "../../dsl/index.ts";

/** The stretches of text that may be cut to take out what stands at `span`: a bullet or clause with what is below it, or an operand with its `AND` or `OR`. */
export function removals(text: string, span: Span): readonly Span[] {
  const { start, end } = inBrackets(text, span);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  const after = text.slice(end);
  if (/^\s*(?:-|\w{1,3}\.|but not if|waived if)\s+$/u.test(before) && /^[ \t]*(?:\n|$)/u.test(after))
    return [{ start: lineStart, end: endOfBlock(text, lineStart) }];
  const following = /^\s*(?:AND|OR)\s+/u.exec(after)?.[0];
  const leading = /\s+(?:AND|OR)\s*$/u.exec(text.slice(0, start))?.[0];
  return [
    ...(leading === undefined ? [] : [{ start: start - leading.length, end }]),
    ...(following === undefined ? [] : [{ start, end: end + following.length }]),
  ];
}

function inBrackets(text: string, { start, end }: Span): Span {
  return text[start - 1] === "(" && text[end] === ")" ? { start: start - 1, end: end + 1 } : { start, end };
}

/** Lines that stand further in belong to the one above. */
function endOfBlock(text: string, lineStart: number): number {
  const indent = /^[ \t]*/u.exec(text.slice(lineStart))?.[0].length ?? 0;
  let at = text.indexOf("\n", lineStart) + 1;
  while (at > 0 && at < text.length) {
    const line = text.slice(at, text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at));
    if (line.trim() === "" || (/^[ \t]*/u.exec(line)?.[0].length ?? 0) <= indent) return at;
    at += line.length + 1;
  }
  return text.length;
}
