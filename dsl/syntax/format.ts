import type { IToken } from "chevrotain";
import { cut } from "./declarations.ts";
import { logicalLines } from "./layout.ts";
import { laidOut, lex } from "./lexer.ts";
import { parseDeclaration } from "./parse.ts";
import { printToken, spaced, trailer } from "./print.ts";
import { alignCodes } from "./serviceColumns.ts";
import { Bullet, Comment, Dedent, Indent, NewLine, Service } from "./tokens.ts";

/**
 * The canonical layout: two spaces a level, single spaces, plain bullets and quotes, at most one empty line, service codes
 * in a column. The author's own choice of inline or outline, line breaks and comments stay. A declaration with a fault in
 * its shape is left as it is written.
 */
export function format(text: string): string {
  const lines = cut(text.replace(/^\ufeff/, "")).flatMap(({ text: own }) => formatDeclaration(own));
  return `${withoutSpareBlanks(lines).join("\n")}\n`;
}

function formatDeclaration(text: string): readonly string[] {
  if (parseDeclaration(text).problems.length > 0) return linesOf(text);
  const { tokens, comments } = lex(text);
  const places = placesOf(text, tokens);
  const lines = physicalLines([...tokens, ...comments]).map((line) => ({ line, place: placeOf(line, places) }));
  let below: Place | undefined;
  const fromBelow = lines.toReversed().map(({ line, place }) => {
    below = place ?? below;
    return printLine(line, place, commentIndent(text, line, below));
  });
  const printed = fromBelow.toReversed();
  return tokens[0]?.tokenType === Service ? alignCodes(printed) : printed;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Where a line stands: how deep, the first token of what it is part of, and which of its tokens only decorate. */
interface Place {
  readonly level: number;
  readonly first: IToken;
  readonly dropped: ReadonlySet<IToken>;
}

function placesOf(text: string, tokens: readonly IToken[]): ReadonlyMap<IToken, Place> {
  const levels = levelsOf(laidOut(text, tokens));
  const places = new Map<IToken, Place>();
  for (const line of logicalLines(tokens)) {
    const level = levels.get(line[0]?.startOffset ?? 0) ?? 0;
    const dropped = new Set(line[0]?.tokenType === Bullet ? trailer(line) : []);
    for (const token of line) places.set(token, { level, first: line[0] ?? token, dropped });
  }
  return places;
}

function levelsOf(tokens: readonly IToken[]): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  let level = 0;
  for (const { tokenType, startOffset } of tokens) {
    if (tokenType === Indent) level += 1;
    else if (tokenType === Dedent) level -= 1;
    else if (!levels.has(startOffset)) levels.set(startOffset, level);
  }
  return levels;
}

function physicalLines(tokens: readonly IToken[]): readonly (readonly IToken[])[] {
  const lines: IToken[][] = [[]];
  for (const token of tokens.toSorted((a, b) => a.startOffset - b.startOffset)) {
    if (token.tokenType === NewLine) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

const placeOf = (line: readonly IToken[], places: ReadonlyMap<IToken, Place>): Place | undefined =>
  line.map((token) => places.get(token)).find(Boolean);

/** A comment at the margin stays there; an indented one stands with the line below it. */
function commentIndent(text: string, line: readonly IToken[], below: Place | undefined): number {
  const start = line[0]?.startOffset ?? 0;
  const atMargin = start === 0 || /[\r\n]/.test(text[start - 1] ?? "");
  return atMargin ? 0 : Math.max(1, below?.level ?? 1);
}

function printLine(line: readonly IToken[], place: Place | undefined, indent: number): string {
  if (line.length === 0) return "";
  if (!place) return `${"  ".repeat(indent)}${line.map((token) => token.image.trimEnd()).join(" ")}`;
  const kept = line.filter((token) => !place.dropped.has(token) && token.tokenType !== Comment);
  const comments = line.filter((token) => token.tokenType === Comment).map((token) => `  ${token.image.trimEnd()}`);
  const margin = "  ".repeat(place.level) + (goesOn(line, place) ? "   " : "");
  return `${margin}${spaced(kept.map(printToken), kept[0]?.tokenType === Bullet)}${comments.join("")}`;
}

/** A line that goes on with the one above hangs three columns deeper: `AND` below the words after `as`. */
const goesOn = (line: readonly IToken[], place: Place): boolean => line[0] !== place.first;

function withoutSpareBlanks(lines: readonly string[]): readonly string[] {
  const kept = lines.filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""));
  while (kept.at(-1) === "") kept.pop();
  return kept;
}
