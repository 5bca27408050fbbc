import type { IToken } from "chevrotain";
import {
  beginnings,
  declaredAs,
  entryEnvironment,
  type Environment,
  type ListShape,
  type Named,
  nameKey,
  readings,
  wordsText,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { describeType } from "../describe/index.ts";
import { type Line, nameOf, type Piece, piecesOf } from "../reading/index.ts";
import { type Completion, type Proposal, withoutRepeats } from "./completion.ts";
import { behindWhere, entryCompletions, listAsked } from "./entries.ts";
import { comparedFacts } from "./factForms.ts";
import { listCompletions } from "./listForms.ts";
import { helped } from "./margin.ts";
import { wordsFrom } from "./place.ts";
import { testCompletions } from "./tests.ts";
import { isSpaced, propose, type Typing } from "./typing.ts";

/** Where a criterion is asked for: its tokens up to the cursor, which count from `shift`. */
export interface CriterionCursor {
  readonly tokens: readonly IToken[];
  readonly shift: number;
  readonly offset: number;
  /** The lines that the criterion is indented below, nearest first: bullets below `where all of` ask of an entry. */
  readonly under: readonly Line[];
  /** The key of the definition that this is part of, and whether it is its `as`; `null` outside definitions. */
  readonly defining: { readonly key: string; readonly isMeaning: boolean } | null;
}

/** Names, what may follow the name typed, and after a whole phrase the connectives. */
export function criterionCompletions(cursor: CriterionCursor, environment: Environment): readonly Completion[] {
  const pieces = piecesOf(cursor.tokens);
  const phrase = { words: phraseAt(pieces, cursor), offset: cursor.offset };
  const asked = entryAsked(cursor, environment);
  const typing = asked ? behindWhere(phrase) : phrase;
  const own = asked ? entryEnvironment(asked, environment) : environment;
  const joined = connectives(typing, pieces, own);
  if (isClosed(pieces)) return joined;
  if (asked) return [...joined, ...entryCompletions(typing, asked, own), ...openings(typing, pieces)];
  const known = names(typing, environment, cursor);
  const ofLists = listCompletions(typing, environment);
  if (typing.words.length === 0) return [...joined, ...known, ...ofLists, ...openings(typing, pieces)];
  return [...joined, ...tests(typing, environment), ...ofLists, ...known, ...openings(typing, pieces)];
}

/** Behind a bracket only a connective goes on. */
function isClosed(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  return last?.kind === "bracket" && nameOf(last.token) === "RightBracket";
}

/** The list whose entry is asked about, in the criterion itself or in one that it is a bullet of. */
function entryAsked({ tokens, shift, under }: CriterionCursor, environment: Environment): ListShape | null {
  const above = under.flatMap(({ segments }) => segments.filter(({ role }) => role === "criterion"));
  return [tokens, ...above.map((segment) => segment.tokens)].reduce<ListShape | null>(
    (found, each) => found ?? listAsked(each, environment, (part) => wordsFrom(part, shift)),
    null,
  );
}

/** The words since the last connective or bracket. */
function phraseAt(pieces: readonly Piece[], { tokens, shift }: CriterionCursor): readonly Word[] {
  const last = pieces.at(-1);
  if (last?.kind === "phrase") return wordsFrom(tokens.slice(-phraseTokens(tokens)), shift);
  return last?.kind === "quantifier" ? wordsFrom([last.token], shift) : [];
}

function phraseTokens(tokens: readonly IToken[]): number {
  const structural = /^(And|Or|Not|Unless|LeftBracket|RightBracket|Semicolon|Colon|Stray)$/;
  return tokens.length - 1 - tokens.findLastIndex((token) => structural.test(nameOf(token)));
}

/** A list stands by itself only where a definition names some of its entries; a definition never means itself. */
function names(typing: Typing, environment: Environment, cursor: CriterionCursor): readonly Completion[] {
  const whole = isSpaced(typing) ? nameKey(wordsText(typing.words)) : null;
  const isFirst = cursor.tokens.length === typing.words.length && cursor.defining?.isMeaning === true;
  const open = [...environment.names.values()].filter(
    ({ key, kind }) =>
      key !== whole && key !== cursor.defining?.key && (isFirst || (kind !== "list" && kind !== "subset")),
  );
  return propose(
    typing,
    open.map((named) => ({
      label: named.name,
      kind: declaredAs(named),
      detail: detailOf(named),
    })),
  );
}

function detailOf(named: Named): string {
  if (named.kind === "table") return `${named.form}, ${describeType(named.type)}`;
  return named.kind === "fact" || named.kind === "calculated" ? describeType(named.type) : "definition";
}

function tests(typing: Typing, environment: Environment): readonly Completion[] {
  const begun = beginnings(typing.words, environment).filter(({ rest }) => rest.length > 0 || isSpaced(typing));
  return withoutRepeats(
    begun.flatMap((beginning) => [
      ...testCompletions(beginning, typing.offset, environment),
      ...comparedFacts(beginning, typing, environment),
    ]),
  );
}

const quantifiers: readonly Proposal[] = ["any of", "all of", "none of", "at least 2 of", "exactly 1 of"].map(
  (label) => ({ label, kind: "keyword", ...helped(label) }),
);

function openings(typing: Typing, pieces: readonly Piece[]): readonly Completion[] {
  const last = pieces.at(-1);
  const denied = last?.kind === "connective" && nameOf(last.token) === "Not";
  const not: Proposal = { label: "NOT", kind: "connective", insert: "NOT ", ...helped("NOT") };
  const known = wordsText(typing.words);
  return propose(typing, [...(denied ? [] : [not]), ...quantifiers]).filter(({ label }) => label !== known);
}

/** AND and OR; only the one already used at this depth, since both together need brackets. */
function connectives(typing: Typing, pieces: readonly Piece[], environment: Environment): readonly Completion[] {
  if (!isSpaced(typing) || !isWhole(typing, pieces, environment)) return [];
  const used = usedHere(pieces);
  const offered = ["AND", "OR"].filter((label) => used === null || label === used);
  const at: Typing = { words: [], offset: typing.offset };
  return propose(
    at,
    offered.map((label) => ({ label, kind: "connective", insert: `${label} `, ...helped(label) })),
  );
}

function isWhole({ words }: Typing, pieces: readonly Piece[], environment: Environment): boolean {
  const last = pieces.at(-1);
  if (last?.kind === "bracket") return nameOf(last.token) === "RightBracket";
  return last?.kind === "phrase" && readings(words, environment).some(({ problems }) => problems.length === 0);
}

function usedHere(pieces: readonly Piece[]): string | null {
  const open: (string | null)[] = [null];
  for (const piece of pieces) {
    if (piece.kind === "phrase") continue;
    const name = nameOf(piece.token);
    if (name === "LeftBracket") open.push(null);
    else if (name === "RightBracket") open.pop();
    else if (name === "And" || name === "Or") open[open.length - 1] = piece.token.image;
  }
  return open.at(-1) ?? null;
}
