import type { IToken } from "chevrotain";
import {
  type Beginning,
  beginnings,
  type Environment,
  type ListShape,
  mentions,
  wordKey,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { describeType } from "../describe/index.ts";
import { nameOf } from "../reading/index.ts";
import { type Completion, type Proposal, withoutRepeats } from "./completion.ts";
import { comparedFacts, otherFact } from "./factForms.ts";
import { fieldsOf } from "./places.ts";
import { comingNext, either, maybe, said, silent } from "./steps.ts";
import { testCompletions } from "./tests.ts";
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

/** The words of a phrase that ask of an entry: those behind `where`, or all of them after a connective. */
export function behindWhere(phrase: Typing): Typing {
  return from(phrase, phrase.words.findLastIndex(({ text }) => wordKey(text) === "where") + 1);
}

/** `its level is`, `it lasted at least`, `it is in the requested region`: what may be asked of an entry, and its tests. */
export function entryCompletions(typing: Typing, list: ListShape, environment: Environment): readonly Completion[] {
  const [subject, ...rest] = typing.words;
  const begun = beginningsOf(wordKey(subject?.text ?? ""), rest, list, environment).filter(
    (each) => each.rest.length > 0 || isSpaced(typing),
  );
  const tests = begun.flatMap((beginning) => [
    ...testCompletions(beginning, typing.offset, environment),
    ...comparedFacts(beginning, typing, environment),
  ]);
  return withoutRepeats([...tests, ...ofTheEntry(typing, list, environment), ...propose(typing, subjects(list))]);
}

/** `it is physician-directed`, `it is in the requested region` */
function ofTheEntry(typing: Typing, list: ListShape, environment: Environment): readonly Completion[] {
  const answered = list.fields.some(({ type }) => type.kind === "yes or no");
  const placed = list.fields.some(({ type }) => type.kind === "body site" || type.kind === "one of");
  const ways = [
    ...(answered ? [[said("it is"), fieldsOf(list, ({ kind }) => kind === "yes or no")]] : []),
    ...(placed
      ? ["it is in", "it is not in"].map((words) => [said(words), maybe(silent("the")), otherFact(typing, environment)])
      : []),
  ];
  return typing.words.length === 0 ? [] : comingNext([either(...ways)], typing);
}

function beginningsOf(
  subject: string,
  rest: readonly Word[],
  list: ListShape,
  environment: Environment,
): readonly Beginning[] {
  const nameSpan = { start: 0, end: 0 };
  if (subject === "its") return beginnings(rest, environment);
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
