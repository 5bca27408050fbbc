import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import {
  AdoptedBy,
  And,
  AppliesWhen,
  As,
  Attests,
  Authority,
  Bullet,
  ButNotIf,
  ChangedBecause,
  Cite,
  Codes,
  Colon,
  Comma,
  Dedent,
  Effective,
  ExcludedIf,
  Expect,
  FilledInBecause,
  If,
  Indent,
  LeftBracket,
  LimitedTo,
  Needs,
  NewLine,
  Not,
  Note,
  OnlyIf,
  Or,
  ReadAs,
  RedFlagIf,
  Requires,
  RightBracket,
  Schedule,
  Score,
  Source,
  SuchAs,
  Table,
  TakenAwayBecause,
  Text,
  Unless,
  WaivedIf,
  When,
  RestsOn,
} from "./tokens.ts";

/**
 * Turns lines into blocks: keeps one `NewLine` at the end of each logical line and puts `Indent` and `Dedent` where the
 * margin moves. A bullet stands half a step deeper than its column, so that bullets pasted at the margin of their `all of`
 * line are still its bullets. Lines are joined inside brackets, before a leading AND or OR, and after a dangling one.
 */
export function layOut(tokens: readonly IToken[], marginOf: (offset: number) => number): IToken[] {
  const margins = [0];
  const out: IToken[] = [];
  const lines = logicalLines(tokens);
  const rows = marginOfRows(lines, marginOf);
  for (const line of lines) {
    const [first] = line;
    if (!first) continue;
    const own = marginOf(first.startOffset);
    const margin = own + (first.tokenType === Bullet && own !== rows ? 0.5 : 0);
    for (const type of moveMargin(margins, margin)) out.push(virtual(type, first));
    append(out, line);
    out.push(lineEnd(line));
  }
  const last = out.at(-1);
  if (last) for (const _ of margins.slice(1)) out.push(virtual(Dedent, last));
  return out;
}

/** The rows of a table, and the ranks of an authority, are lines of its own, beside its wording and citation, and not bullets of the line above them. */
function marginOfRows(lines: readonly IToken[][], marginOf: (offset: number) => number): number | null {
  const [head, below] = lines.map((line) => line[0]);
  if (!head || !below || !tables.has(head.tokenType)) return null;
  return marginOf(below.startOffset) || null;
}

const tables = new Set([Score, Table, Schedule, Authority]);

/** Moves the stack of margins to `margin`; an odd one between two others counts as the nearer outer block's own. */
function moveMargin(margins: number[], margin: number): (typeof Indent)[] {
  const top = () => margins.at(-1) ?? 0;
  if (margin > top()) {
    margins.push(margin);
    return [Indent];
  }
  const moves: (typeof Indent)[] = [];
  while (margin < top()) {
    margins.pop();
    if (margin > top()) {
      margins.push(margin);
      return moves;
    }
    moves.push(Dedent);
  }
  return moves;
}

/** Lines of tokens, those joined that are read as one. */
export function logicalLines(tokens: readonly IToken[]): IToken[][] {
  const lines: IToken[][] = [];
  let depth = 0;
  for (const line of physicalLines(tokens)) {
    const before = lines.at(-1);
    if (before && continues(before, line, depth)) append(before, line);
    else lines.push([...line]);
    depth = Math.max(0, depth + balance(line));
  }
  return lines;
}

/** A line may hold more tokens than a call takes arguments. */
function append(to: IToken[], tokens: readonly IToken[]): void {
  for (const token of tokens) to.push(token);
}

function physicalLines(tokens: readonly IToken[]): IToken[][] {
  const lines: IToken[][] = [[]];
  for (const token of tokens) {
    if (token.tokenType === NewLine) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines.filter((line) => line.length > 0);
}

function continues(before: readonly IToken[], line: readonly IToken[], depth: number): boolean {
  const first = line[0]?.tokenType;
  if (first === And || first === Or || first === Unless) return true;
  if (first === Bullet || first === undefined || beginClauses.has(first)) return false;
  const dangling = before.at(-1)?.tokenType;
  if (dangling === undefined) return false;
  if (goOn.has(dangling) || (dangling === Colon && before[0]?.tokenType === Codes)) return true;
  return (depth > 0 || opensCriterion.has(dangling) || joinsInProse(before)) && !mayBeginNames.has(first);
}

/** `imaging if pain and`: a criterion that goes on below, though the joint will have to be written in capitals. */
function joinsInProse(line: readonly IToken[]): boolean {
  return /^(?:and|or)$/.test(line.at(-1)?.image ?? "") && line.some(({ tokenType }) => opensCriterion.has(tokenType));
}

/** A line that ends in one of these goes on below, and so does `codes NAME:`. */
const goOn: ReadonlySet<TokenType> = new Set([And, Or, Not, Comma]);

/** What they ask may stand on the line below. */
const opensCriterion: ReadonlySet<TokenType> = new Set([If, OnlyIf, ExcludedIf, RedFlagIf, As]);

/** An open bracket does not swallow the clauses below it. */
const beginClauses = new Set([
  As,
  WaivedIf,
  ButNotIf,
  AppliesWhen,
  Cite,
  Source,
  AdoptedBy,
  RestsOn,
  Effective,
  Needs,
  Note,
  SuchAs,
  ReadAs,
  ChangedBecause,
  TakenAwayBecause,
  FilledInBecause,
  Expect,
  Text,
  Attests,
]);

/** Names begin with these words too: after a dangling connective they go on with the line. */
const mayBeginNames = new Set([LimitedTo, When, Requires]);

function balance(line: readonly IToken[]): number {
  return line.reduce(
    (sum, { tokenType }) => sum + Number(tokenType === LeftBracket) - Number(tokenType === RightBracket),
    0,
  );
}

function lineEnd(line: readonly IToken[]): IToken {
  const last = line.at(-1);
  const end = last ? last.startOffset + last.image.length : 0;
  return at(NewLine, end, last);
}

const virtual = (type: typeof Indent, before: IToken): IToken => at(type, before.startOffset, before);

function at(type: typeof Indent, offset: number, near: IToken | undefined): IToken {
  const line = near?.startLine ?? 1;
  return createTokenInstance(type, "", offset, offset - 1, line, line, 1, 1);
}
