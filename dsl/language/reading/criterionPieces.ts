import type { IToken } from "chevrotain";
import { type Word, wordsOf } from "../../syntax/index.ts";
import { nameOf } from "./lines.ts";

/** A criterion taken apart at its connectives and brackets. */
export type Piece =
  | { readonly kind: "connective" | "quantifier" | "bracket"; readonly token: IToken }
  | { readonly kind: "phrase"; readonly words: readonly Word[] };

const connectives = new Set(["And", "Or", "Not", "Unless"]);
const brackets = new Set(["LeftBracket", "RightBracket", "Semicolon", "Colon"]);
const quantifiers = new Set(["AnyOf", "AllOf", "NoneOf", "AtLeastOf", "ExactlyOf"]);

const known = new WeakMap<readonly IToken[], readonly Piece[]>();

/** `a AND at least 2 of (b; c)`: phrases whole, and between them what joins them. The same tokens give the same pieces. */
export function piecesOf(tokens: readonly IToken[]): readonly Piece[] {
  const pieces = known.get(tokens) ?? cutPieces(tokens);
  known.set(tokens, pieces);
  return pieces;
}

function cutPieces(tokens: readonly IToken[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let words: Word[] = [];
  const endPhrase = (): void => {
    if (words.length > 0) pieces.push({ kind: "phrase", words });
    words = [];
  };
  for (const [index, token] of tokens.entries()) {
    const kind = words.length === 0 && isQuantifier(token, tokens[index + 1]) ? "quantifier" : structural(token);
    if (kind === null) words.push(...wordsOf(token));
    else {
      endPhrase();
      pieces.push({ kind, token });
    }
  }
  endPhrase();
  return pieces;
}

function structural(token: IToken): "connective" | "bracket" | null {
  const name = nameOf(token);
  if (connectives.has(name)) return "connective";
  return brackets.has(name) || name === "Stray" ? "bracket" : null;
}

/** `any of` before bullets, a bracket or a colon; in the middle of words it is words: `is any of rest, sleep`. */
function isQuantifier(token: IToken, next: IToken | undefined): boolean {
  if (!quantifiers.has(nameOf(token))) return false;
  return next === undefined || ["LeftBracket", "Colon"].includes(nameOf(next));
}
