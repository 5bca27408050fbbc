import type { CommentAnchor } from "../../../api/index.ts";
import type { Block } from "./fileDiff.ts";
import type { RoundFile } from "./roundFile.ts";

/** A stretch of the newer text, in UTF-16 code units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const longest = 2000;

/** What a comment is about: the chosen words, or the first line of the declaration. */
export function anchorOf(
  { path, now }: Pick<RoundFile, "path" | "now">,
  { start, end }: Pick<Block, "start" | "end">,
  chosen: Stretch | null,
): CommentAnchor {
  const text = now ?? "";
  const { start: from, end: to } = chosen ?? firstLine(text, start, end);
  const quote = text.slice(from, Math.min(to, from + longest));
  // The server tells the criterion from the text.
  return { file: path, criterion: null, offset: from, quote };
}

/** The first line that is neither empty nor a comment; all of the block when there is none. */
function firstLine(text: string, start: number, end: number): Stretch {
  const lines = text.slice(start, end).split(/(?<=\n)/);
  let at = start;
  for (const line of lines) {
    if (/^[^\s#]/.test(line)) return { start: at, end: at + line.trimEnd().length };
    at += line.length;
  }
  return { start, end };
}

/** What is selected on the page, where both ends are words of the newer text within the element; else `null`. */
export function selectedWithin(element: HTMLElement): Stretch | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!element.contains(startContainer) || !element.contains(endContainer)) return null;
  const start = offsetOf(startContainer, startOffset);
  const end = offsetOf(endContainer, endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

function offsetOf(node: Node, within: number): number | null {
  const words = node.nodeType === Node.TEXT_NODE ? node.parentElement : null;
  const offset = words?.dataset["offset"];
  return offset === undefined ? null : Number(offset) + within;
}
