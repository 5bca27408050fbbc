import type { IToken } from "chevrotain";
import { logicalLines } from "./layout.ts";
import { lex } from "./lexer.ts";
import {
  And,
  Bullet,
  Colon,
  Comma,
  LeftBracket,
  Or,
  RightBracket,
  Semicolon,
  Text,
  UnterminatedText,
} from "./tokens.ts";
import { plain } from "./words.ts";

/** Part of a declaration as one line: spaces, bullets and quotes as the formatter writes them, comments left out. */
export function inOneLine(part: string): string {
  if (onlyWords.test(part)) return part;
  const { tokens } = lex(part);
  const kept = logicalLines(tokens).flatMap((line) => {
    const dropped = new Set(line[0]?.tokenType === Bullet ? trailer(line) : []);
    return line.filter((token) => !dropped.has(token));
  });
  return spaced(
    kept.map((token) => (token === tokens[0] && token.tokenType === Bullet ? token.image : printToken(token))),
    tokens[0]?.tokenType === Bullet,
  );
}

/** One space between any two, and nothing to lay out otherwise. */
const onlyWords = /^[\w.%'+-]+(?: [\w.%'+-]+)*$/;

/** What Word leaves at the end of a bullet: `; or`, `,`, `OR`. */
export function trailer(line: readonly IToken[]): readonly IToken[] {
  const last = line.at(-1);
  const before = line.at(-2)?.tokenType;
  if (!last) return [];
  if (last.tokenType === And || last.tokenType === Or) return [last, ...trailer(line.slice(0, -1))];
  if (last.tokenType === Comma || last.tokenType === Semicolon) return [last, ...trailer(line.slice(0, -1))];
  const small = /^(or|and)$/i.test(last.image) && (before === Comma || before === Semicolon);
  return small ? [last, ...trailer(line.slice(0, -1))] : [];
}

/**
 * Joined in one go: looking at the end of a text that grows would copy all of it for each token. A bullet that touches
 * what follows it would be none.
 */
export function spaced(tokens: readonly string[], afterBullet = false): string {
  return tokens
    .map((token, at) => (isTight(tokens[at - 1], token) && !(afterBullet && at === 1) ? token : ` ${token}`))
    .join("");
}

function isTight(before: string | undefined, token: string): boolean {
  return before === undefined || before.endsWith("(") || /^[,;:)]/.test(token);
}

export function printToken({ tokenType, image }: IToken): string {
  if (tokenType === Bullet) return /^[-–—•*·▪◦‣\uf0b7o]$/.test(image) ? "-" : image;
  if (tokenType === Text) return printText(image);
  if ([Colon, Comma, Semicolon, LeftBracket, RightBracket, UnterminatedText].includes(tokenType)) return image;
  const words = plain(image).replaceAll(/[ \t\u00a0]+/g, " ");
  return words === "≥" ? ">=" : words === "≤" ? "<=" : words;
}

function printText(image: string): string {
  const inner = image.slice(1, -1);
  return inner.includes('"') ? image : `"${inner.trim()}"`;
}
