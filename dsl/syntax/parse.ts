import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import type { Problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Declaration, Quoted, Run } from "./ast.ts";
import { bulletsBegun, faultOf } from "./faults.ts";
import { logicalLines } from "./layout.ts";
import { laidOut, lex } from "./lexer.ts";
import { tooDeep } from "./nesting.ts";
import { DeclarationParser, spanOf, tokenSpan } from "./productions/index.ts";
import {
  Bullet,
  Codes,
  Colon,
  Comma,
  Define,
  Fact,
  Guideline,
  LeftBracket,
  NewLine,
  Or,
  RightBracket,
  Schedule,
  Score,
  Service,
  Table,
  Word,
} from "./tokens.ts";
import { isText, quotedText, wordsOf } from "./words.ts";
import { joinWrapped } from "./wrappedQuotes.ts";

/** A declaration's tree and what is wrong with its shape. Spans count from the start of its own text. */
export interface Parsed {
  readonly declaration: Declaration;
  readonly problems: readonly Problem[];
}

let parser: DeclarationParser | undefined;

/** Never fails: what cannot be read is said, the line it stands on set aside, and the rest of the declaration kept. */
export function parseDeclaration(text: string): Parsed {
  const joined = joinWrapped(text, lex(text).tokens);
  const problems = [...joined.problems];
  let { tokens } = joined;
  const attempts = Math.min(mostFaultsRead, Math.max(1, Math.floor(mostTokensRead / tokens.length)));
  for (let attempt = 0; attempt < attempts && tokens.length > 0; attempt++) {
    const layout = laidOut(text, tokens);
    if (layout.length === 0) break;
    const deep = tooDeep(layout);
    if (deep) return { declaration: salvaged(text, tokens), problems: onePerCause(text, [...problems, deep]) };
    const { declaration, error, found } = parseOnce(text, layout);
    problems.push(...found);
    if (!error) return { declaration, problems: onePerCause(text, problems) };
    if (!found.some(({ code }) => code === "E0105")) problems.push(faultOf(error, text, firstLine(tokens)));
    const rest = withoutFaultyLine(text, tokens, error.token);
    if (!rest) break;
    tokens = rest;
  }
  return { declaration: salvaged(text, tokens), problems: onePerCause(text, problems) };
}

/** More faulty lines than this in one declaration are not worth reading one by one. */
const mostFaultsRead = 40;

/** Nor is reading a huge declaration again and again. */
const mostTokensRead = 200_000;

function parseOnce(
  text: string,
  layout: readonly IToken[],
): { declaration: Declaration; error: IRecognitionException | undefined; found: readonly Problem[] } {
  parser ??= new DeclarationParser();
  parser.begin(text, layout);
  const declaration = parser.declaration();
  return { declaration, error: parser.errors[0], found: parser.found() };
}

/** The tokens without the logical line that holds `fault` and what falls with it; null when that is the declaration's own first line. */
function withoutFaultyLine(text: string, tokens: readonly IToken[], fault: IToken): IToken[] | null {
  const lines = logicalLines(tokens);
  const at =
    fault.tokenType === EOF
      ? lines.length - 1
      : lines.findLastIndex(
          (line) => (line[0]?.startOffset ?? 0) <= fault.startOffset - Number(fault.tokenType === NewLine),
        );
  const faulty = lines[at];
  if (at <= 0 || !faulty) return null;
  const others = lines.slice(at + 1);
  const fallen = others.findIndex(isTable(tokens) ? notBelow(text, faulty) : notOfList(faulty));
  const dropped = new Set([faulty, ...(fallen < 0 ? others : others.slice(0, fallen))].flat());
  return tokens.filter((token) => !dropped.has(token));
}

type Line = readonly IToken[];

const isTable = ([first]: Line): boolean =>
  first !== undefined && [Score, Table, Schedule].some((keyword) => keyword === first.tokenType);

/** A row of a table falls with what hangs below it; the other rows stand. */
function notBelow(text: string, faulty: Line): (line: Line) => boolean {
  const column = (line: Line): number => {
    const start = line[0]?.startOffset ?? 0;
    return start - text.slice(0, start).search(/[^\n\r]*$/);
  };
  const own = column(faulty);
  return (line) => column(line) <= own;
}

/** A list that was not begun falls with all its bullets. */
function notOfList(faulty: Line): (line: Line) => boolean {
  const isBullet = (line: Line): boolean => line[0]?.tokenType === Bullet;
  return (line) => !isBullet(faulty) || !isBullet(line);
}

/** At least the name of a declaration whose first line has a fault, so that what uses the name is not blamed. */
function salvaged(text: string, tokens: readonly IToken[]): Declaration {
  const span = wholeOf(text);
  const [keyword, ...rest] = firstLine(tokens);
  const colon = rest.findIndex((token) => token.tokenType === Colon);
  const bracket = rest.findIndex((token) => token.tokenType === LeftBracket || token.tokenType === RightBracket);
  const named = rest.slice(0, Math.min(...[colon, bracket, rest.length].filter((at) => at >= 0)));
  const name: Run = { words: named.flatMap(wordsOf), span: spanOf(named) };
  if (keyword?.tokenType === Guideline) return { kind: "guideline", title: titleAmong(rest), body: [], span };
  const type = wordsAfter(rest, colon, name.span.end);
  if (name.words.length === 0) return { kind: "unknown", span };
  if (keyword?.tokenType === Fact) return { kind: "fact", name, type, body: [], span };
  if (keyword?.tokenType === Codes) return { kind: "codes", name, codes: type, body: [], span };
  if (keyword?.tokenType === Define) return { kind: "define", name, type: colon < 0 ? null : type, body: [], span };
  if (keyword?.tokenType === Service) return { kind: "service", name, body: [], span };
  return { kind: "unknown", span };
}

const firstLine = (tokens: readonly IToken[]): readonly IToken[] => logicalLines(tokens)[0] ?? [];

/** What stands after the colon, up to the fault. */
function wordsAfter(tokens: readonly IToken[], colon: number, otherwise: number): Run {
  const after = colon < 0 ? [] : tokens.slice(colon + 1);
  const fault = after.findIndex((token) => !isWord(token) && token.tokenType !== Comma);
  const said = fault < 0 ? after : after.slice(0, fault);
  return {
    words: said.flatMap(wordsOf),
    span: said.length === 0 ? { start: otherwise, end: otherwise } : spanOf(said),
  };
}

const isWord = ({ tokenType }: IToken): boolean =>
  tokenType === Word || (tokenType.CATEGORIES ?? []).includes(Word) || tokenType === Or;

function titleAmong(tokens: readonly IToken[]): Quoted | null {
  const title = tokens.find(isText);
  return title ? { text: quotedText(title.image), span: tokenSpan(title) } : null;
}

const wholeOf = (text: string): Span => ({ start: 0, end: text.trimEnd().length });

/** One cause, one diagnostic: the first of those at one place, and no criterion missing where bullets follow. */
function onePerCause(text: string, problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<number>();
  const first = problems.filter(({ span }) => seen.size < seen.add(span.start).size);
  return bulletsBegun(first, text);
}
