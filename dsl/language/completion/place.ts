import type { IToken } from "chevrotain";
import type { Analysis } from "../../semantics/index.ts";
import { type Word, wordsOf } from "../../syntax/index.ts";
import { type DeclarationKind, type Line, nameOf, partAt, readLines, type Segment } from "../reading/index.ts";

/** What the line above ends in: bullets begun or to begin, or a criterion that AND and OR may carry on. */
export type Above = "list" | "criterion" | "when" | "other";

/** Where the cursor is, told from the text before it alone. `start` and word spans are offsets of the file. */
export type Place =
  | { readonly at: "margin"; readonly start: number }
  | { readonly at: "clause"; readonly start: number; readonly below: DeclarationKind; readonly above: Above }
  | {
      readonly at: "segment";
      readonly below: DeclarationKind;
      readonly line: Line;
      readonly segment: Segment;
      /** The lines that this one is indented below, nearest first; the last is the declaration's own. */
      readonly under: readonly Line[];
    };

export type InSegment = Place & { readonly at: "segment" };

/** Null in comments, in quotes and where nothing can stand. `tokens` of the place count from `shift`. */
export function placeOf(analysis: Analysis, offset: number): (Place & { readonly shift: number }) | null {
  const { text } = analysis.source;
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(lineStart, offset).replace(/^\ufeff/, "");
  const part = partAt(analysis, before.trim() === "" ? lineStart - 1 : lineStart);
  const shift = part?.chunk.start ?? 0;
  if (before === "" || !part) return { at: "margin", start: offset - before.length, shift };
  const typed = text.slice(shift, offset);
  const { kind, lines, comments } = readLines(typed);
  if (ends(comments.at(-1), typed.length)) return null;
  const line = lines.at(-1);
  const under = linesAbove(lines, typed);
  if (before.trim() === "") return blankLine(line, { kind, under, before: lines.at(-2), offset, shift });
  const segment = line?.segments.at(-1);
  return line && segment ? within(line, segment, { kind, under, before: lines.at(-2), offset, shift }) : null;
}

/** The lines that the last one is indented below, nearest first. */
function linesAbove(lines: readonly Line[], text: string): readonly Line[] {
  let margin = marginOf(lines.at(-1), text);
  return lines
    .slice(0, -1)
    .toReversed()
    .filter((line) => {
      const own = marginOf(line, text);
      if (own >= margin) return false;
      margin = own;
      return true;
    });
}

function marginOf(line: Line | undefined, text: string): number {
  const start = line?.segments.flatMap(({ tokens }) => tokens)[0]?.startOffset ?? 0;
  return start - Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) - 1;
}

const ends = (token: IToken | undefined, at: number): boolean =>
  token !== undefined && token.startOffset + token.image.length === at;

function blankLine(line: Line | undefined, { kind: below, under, offset: start, shift }: Cursor) {
  const segment = line?.segments.at(-1);
  if (line && segment && goesOn(segment)) return { at: "segment", below, line, segment, under, shift } as const;
  return { at: "clause", start, below, above: aboveOf(line), shift } as const;
}

/** After a dangling connective or inside brackets the criterion goes on below, and so do codes after a comma. */
function goesOn({ role, tokens }: Segment): boolean {
  if (role === "codes") return tokens.at(-1)?.image.endsWith(",") === true;
  if (role !== "criterion") return false;
  if (["And", "Or", "Not"].includes(nameOf(tokens.at(-1)))) return true;
  const depth = tokens
    .map(nameOf)
    .reduce((sum, name) => sum + Number(name === "LeftBracket") - Number(name === "RightBracket"), 0);
  return depth > 0;
}

function aboveOf(line: Line | undefined): Above {
  const segment = line?.segments.at(-1);
  const last = nameOf(segment?.tokens.at(-1));
  if (/^(AnyOf|AllOf|NoneOf|AtLeastOf|ExactlyOf)$/.test(last) || line?.segments[0]?.role === "label") return "list";
  if (nameOf(line?.segments[0]?.tokens[0]) === "When") return "when";
  return segment?.role === "criterion" && last !== "" ? "criterion" : "other";
}

interface Cursor {
  readonly kind: DeclarationKind;
  readonly under: readonly Line[];
  /** The line before; none on the declaration's own first line. */
  readonly before: Line | undefined;
  readonly offset: number;
  readonly shift: number;
}

function within(line: Line, segment: Segment, { kind, under, before, offset, shift }: Cursor) {
  const all = line.segments.flatMap(({ tokens }) => tokens);
  const start = (all[0]?.startOffset ?? 0) + shift;
  const touched = all.at(-1);
  if (touched && isInText(touched, offset - shift)) return null;
  const isKeyword = segment.tokens.length === 0 && all.length === 1 && ends(touched, offset - shift);
  const head = !before && (isKeyword || segment.role === "unread" || segment.role === "service name");
  if (head) return { at: "margin", start, shift } as const;
  if (
    isKeyword ||
    ["unread", "policy"].includes(segment.role) ||
    (segment.role === "item" && all.length === 1 && ends(touched, offset - shift))
  )
    return { at: "clause", start, below: kind, above: aboveOf(before), shift } as const;
  return { at: "segment", below: kind, line, segment, under, shift } as const;
}

/** Quotes still open, or closed just before the cursor. */
function isInText(token: IToken, offset: number): boolean {
  return nameOf(token) === "UnterminatedText" || (nameOf(token) === "Text" && ends(token, offset));
}

/** The words of a segment in offsets of the file. */
export function wordsFrom(tokens: readonly IToken[], shift: number): readonly Word[] {
  return tokens.flatMap(wordsOf).map((word) => ({
    ...word,
    span: { start: word.span.start + shift, end: word.span.end + shift },
  }));
}
