import type { IToken } from "chevrotain";
import {
  type Beginning,
  beginnings,
  dateField,
  entryEnvironment,
  type Environment,
  type ListShape,
  mentions,
  relationPatterns,
  wordKey,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { describeType } from "../describe/index.ts";
import { nameOf } from "../reading/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import { patternCompletions, testCompletions } from "./tests.ts";
import { from, isSpaced, propose, type Typing } from "./typing.ts";

/** The list whose entry is asked about at the end of the tokens: `where` reaches to the end of its bracket. */
export function listAsked(
  tokens: readonly IToken[],
  environment: Environment,
  wordsOf: (tokens: readonly IToken[]) => readonly Word[],
): ListShape | null {
  const at = tokens.findLastIndex((token) => nameOf(token) === "Where");
  if (at < 0 || closesBelow(tokens.slice(at))) return null;
  return mentions(wordsOf(tokens.slice(0, at)), environment).at(-1)?.named.list ?? null;
}

/** Whether a bracket that was open before the tokens is closed among them. */
function closesBelow(tokens: readonly IToken[]): boolean {
  let depth = 0;
  return tokens.some((token) => {
    depth += Number(nameOf(token) === "LeftBracket") - Number(nameOf(token) === "RightBracket");
    return depth < 0;
  });
}

/** `its level is`, `it lasted at least`: what may be asked of an entry, and its tests. */
export function entryCompletions(phrase: Typing, list: ListShape, environment: Environment): readonly Completion[] {
  const where = phrase.words.findLastIndex(({ text }) => wordKey(text) === "where");
  const typing = from(phrase, where + 1);
  const subject = wordKey(typing.words[0]?.text ?? "");
  const rest = typing.words.slice(1);
  const begun = beginningsOf(subject, rest, list, environment).filter(
    (each) => each.rest.length > 0 || isSpaced(typing),
  );
  const tests = begun.flatMap((beginning) => testCompletions(beginning, typing.offset, environment));
  return [...tests, ...propose(typing, subjects(list))];
}

function beginningsOf(
  subject: string,
  rest: readonly Word[],
  list: ListShape,
  environment: Environment,
): readonly Beginning[] {
  const nameSpan = { start: 0, end: 0 };
  if (subject === "its") return beginnings(rest, entryEnvironment(list, environment));
  if (subject !== "it") return [];
  return list.fields.flatMap((named) => (named.type.kind === "treatment trial" ? [{ named, nameSpan, rest }] : []));
}

function subjects({ fields }: ListShape): readonly Proposal[] {
  return fields.map(({ name, type }) =>
    type.kind === "treatment trial"
      ? { label: "it", kind: "operator", detail: "how long it lasted, how it went", insert: "it " }
      : { label: `its ${name}`, kind: "fact", detail: describeType(type) },
  );
}

/** What may follow the name of a list: when its entries were, what is asked of them, what holds without any. */
export function listTails(typing: Typing, environment: Environment): readonly Completion[] {
  return mentions(typing.words, environment).flatMap(({ named, before, after }) => {
    if (after.length === 0 && !isSpaced(typing)) return [];
    const words = before.map(({ text }) => wordKey(text));
    const dated = dateField(named.list) === null ? [] : tailsOf(words);
    return patternCompletions([...dated, "where"], { words: after, offset: typing.offset });
  });
}

function tailsOf(before: readonly string[]): readonly string[] {
  const [first] = before;
  if (before.includes("since")) return [", if any", ", which there must be"];
  if (before.includes("latest") || before.includes("earliest")) return [];
  if (first === "any" || first === "no" || first === "every" || before.includes("different")) return relationPatterns;
  return [...relationPatterns, "in any {a} , counting this one", "in any {a} , not counting this one"];
}
