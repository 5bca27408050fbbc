import { type IToken, Lexer } from "chevrotain";
import { layOut } from "./layout.ts";
import { lexerTokens } from "./tokens.ts";

export interface Lexed {
  /** As they stand in the text, `NewLine`s included, comments not. */
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

const lexer = new Lexer(lexerTokens, { positionTracking: "onlyOffset", ensureOptimizations: true, safeMode: false });

export function lex(text: string): Lexed {
  const { tokens, groups } = lexer.tokenize(text);
  return { tokens, comments: groups["comments"] ?? [] };
}

/** The tokens with the layout's `NewLine`, `Indent` and `Dedent`, as the parser reads them. */
export function laidOut(text: string, tokens: readonly IToken[]): IToken[] {
  return layOut(tokens, (offset) => margin(text, offset));
}

/** Columns before `offset` on its line; a tab moves to the next multiple of four, a byte order mark takes none. */
function margin(text: string, offset: number): number {
  let column = 0;
  for (let at = lineStart(text, offset); at < offset; at++) column += columnsOf(text[at], column);
  return column;
}

function columnsOf(character: string | undefined, column: number): number {
  if (character === "\t") return 4 - (column % 4);
  return character === "\ufeff" ? 0 : 1;
}

/** Looks no further back than the line: `lastIndexOf` would read the whole text for a line end it does not use. */
function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}
