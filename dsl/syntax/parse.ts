import { type IRecognitionException, type IToken, MismatchedTokenException } from "chevrotain";
import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Declaration, Quoted, Run } from "./ast.ts";
import { logicalLines } from "./layout.ts";
import { laidOut, lex } from "./lexer.ts";
import { tooDeep } from "./nesting.ts";
import { DeclarationParser, spanOf, tokenSpan } from "./productions/index.ts";
import { And, Bullet, Colon, Dedent, Define, Fact, Guideline, Indent, NewLine, Or, Service } from "./tokens.ts";
import { isText, quotedText, wordsOf } from "./words.ts";

/** A declaration's tree and what is wrong with its shape. Spans count from the start of its own text. */
export interface Parsed {
  readonly declaration: Declaration;
  readonly problems: readonly Problem[];
}

let parser: DeclarationParser | undefined;

/** Never fails: what cannot be read is said, the line it stands on set aside, and the rest of the declaration kept. */
export function parseDeclaration(text: string): Parsed {
  const problems: Problem[] = [];
  let { tokens } = lex(text);
  const attempts = Math.min(mostFaultsRead, Math.max(1, Math.floor(mostTokensRead / tokens.length)));
  for (let attempt = 0; attempt < attempts && tokens.length > 0; attempt++) {
    const layout = laidOut(text, tokens);
    const deep = tooDeep(layout);
    if (deep) return { declaration: salvaged(text, tokens), problems: onePerPlace([...problems, deep]) };
    const { declaration, error, found } = parseOnce(text, layout);
    problems.push(...found);
    if (!error) return { declaration, problems: onePerPlace(problems) };
    problems.push(syntaxProblem(error, text));
    const rest = withoutFaultyLine(tokens, error.token);
    if (!rest) break;
    tokens = rest;
  }
  return { declaration: salvaged(text, tokens), problems: onePerPlace(problems) };
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

/** The tokens without the logical line that holds `fault`; null when that is the declaration's own first line. */
function withoutFaultyLine(tokens: readonly IToken[], fault: IToken): IToken[] | null {
  const lines = logicalLines(tokens);
  const at = Number.isNaN(fault.startOffset)
    ? lines.length - 1
    : lines.findLastIndex(
        (line) => (line[0]?.startOffset ?? 0) <= fault.startOffset - Number(fault.tokenType === NewLine),
      );
  const faulty = lines[at];
  if (at <= 0 || !faulty) return null;
  const dropped = new Set(faulty);
  return tokens.filter((token) => !dropped.has(token));
}

/** At least the name of a declaration whose first line has a fault, so that what uses the name is not blamed. */
function salvaged(text: string, tokens: readonly IToken[]): Declaration {
  const span = wholeOf(text);
  const [keyword, ...rest] = logicalLines(tokens)[0] ?? [];
  const colon = rest.findIndex((token) => token.tokenType === Colon);
  const named = rest.slice(0, colon < 0 ? rest.length : colon);
  const name: Run = { words: named.flatMap(wordsOf), span: spanOf(named) };
  if (keyword?.tokenType === Guideline) return { kind: "guideline", title: titleAmong(rest), body: [], span };
  const type: Run = { words: [], span: { start: name.span.end, end: name.span.end } };
  if (name.words.length === 0) return { kind: "unknown", span };
  if (keyword?.tokenType === Fact) return { kind: "fact", name, type, body: [], span };
  if (keyword?.tokenType === Define || keyword?.tokenType === Service)
    return { kind: keyword.tokenType === Define ? "define" : "service", name, body: [], span };
  return { kind: "unknown", span };
}

function titleAmong(tokens: readonly IToken[]): Quoted | null {
  const title = tokens.find(isText);
  return title ? { text: quotedText(title.image), span: tokenSpan(title) } : null;
}

const wholeOf = (text: string): Span => ({ start: 0, end: text.trimEnd().length });

/** One cause, one diagnostic: the parser's own sentence is dropped where a better one stands at the same place. */
function onePerPlace(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ span }) => {
    const place = `${span.start}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function syntaxProblem(error: IRecognitionException, text: string): Problem {
  const { token } = error;
  const rule = error.context.ruleStack.at(-1) ?? "";
  if (Number.isNaN(token.startOffset) || token.tokenType === NewLine || token.tokenType === Dedent)
    return endsTooSoon(error, text, rule);
  if (token.tokenType === And || token.tokenType === Or)
    return problem("E0103", tokenSpan(token), `Nothing stands on one side of \`${token.image}\`.`, {
      hint: "A connective joins two criteria; write the missing one or take the connective away.",
    });
  if (token.tokenType === Indent)
    return problem(
      "E0106",
      lineFrom(text, token.startOffset),
      "This line is indented further than what stands above allows.",
      {
        hint: "Indent a line by two spaces below the line it belongs to.",
      },
    );
  if (token.tokenType === Bullet)
    return problem("E0107", tokenSpan(token), "A bullet stands where no list was begun.", {
      hint: "End the line above with `any of`, `all of`, `none of`, `at least 2 of` or `exactly 1 of`.",
    });
  return problem("E0101", tokenSpan(token), `\`${token.image}\` is not expected here.`, { hint: expectationOf(rule) });
}

function endsTooSoon(error: IRecognitionException, text: string, rule: string): Problem {
  const before = error instanceof MismatchedTokenException ? error.previousToken : undefined;
  const span = before && before.image !== "" ? tokenSpan(before) : lastWord(text);
  if (error instanceof MismatchedTokenException && rule === "brackets")
    return problem("E0108", span, "A bracket is opened and never closed.", {
      hint: "Close it with `)` where the criterion ends.",
      fixes: [
        { title: "Close the bracket", safe: false, edits: [{ span: { start: span.end, end: span.end }, text: ")" }] },
      ],
    });
  return problem("E0101", span, `Something is missing after \`${text.slice(span.start, span.end).trim()}\`.`, {
    hint: expectationOf(rule),
  });
}

function lastWord(text: string): Span {
  const end = text.trimEnd().length;
  const start = Math.max(text.lastIndexOf(" ", end - 1), text.lastIndexOf("\n", end - 1)) + 1;
  return { start, end };
}

function lineFrom(text: string, start: number): Span {
  const end = text.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : start + end };
}

const expectations: Readonly<Record<string, string>> = {
  brackets: "A bracket holds one criterion and is closed with `)`.",
  group:
    "After `any of`, `all of` and their like come bullets on lines of their own, or criteria in brackets: `any of (a; b)`.",
  remark: "Quoted wording stands on a line of its own.",
  expectation: "An expectation reads `expect imaging: criteria met`.",
  declaration:
    "A declaration begins with `guideline`, `fact`, `scale`, `define`, `service`, `example`, or the name of a service and `if`.",
  titled: "After the title comes the end of the line.",
  typed: "A fact reads `fact hematocrit: number in %`.",
  readAs: 'A reading is written `read as "..." because "..."`.',
};

function expectationOf(rule: string): string {
  return (
    expectations[rule] ?? "Criteria are joined by AND and OR in capitals; names hold no colon, comma, quote or bracket."
  );
}
