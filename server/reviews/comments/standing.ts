import type { SetFile } from "../../../engine/set/index.ts";
import type { CommentAnchor, CommentStanding } from "../../protocol/index.ts";
import { type Declared, declarationsIn } from "./declarations.ts";

/** Letters before and after a quote by which it is told from the same words elsewhere. */
const contextLength = 40;
/** So many of them have to be as they were, where nothing else says that it is the same place. */
const sureContext = 12;

type Texts = ReadonlyMap<string, string>;

export function textsByPath(files: readonly SetFile[]): Texts {
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The declaration that a place belongs to; `null`: to none. */
export function criterionAt(path: string, text: string, offset: number): string | null {
  return declarationAt(declarationsIn(path, text), offset)?.name ?? null;
}

/**
 * Where the words of an anchor stand in a later text: in the declaration of their name, or of the same body where that is called
 * otherwise now; outside of declarations by the words around them.
 */
export function standingOf({ file, offset, quote }: CommentAnchor, before: Texts, now: Texts): CommentStanding {
  const [old, path] = [before.get(file) ?? "", laterPath(file, before, now)];
  if (path === null) return gone(`\`${file}\` is gone.`);
  const young = now.get(path) ?? "";
  if (old === young) return there(path, declarationAt(declarationsIn(file, old), offset), offset, quote);
  const [earlier, later] = [declarationsIn(file, old), declarationsIn(path, young)];
  const own = declarationAt(earlier, offset);
  if (own === null) return outside(path, { old, offset, quote }, young);
  const found = counterpart(own, { earlier, later }, { old, young, quote });
  if (found === null) return gone(`\`${own.name}\` is gone.`);
  const at = within({ text: old, of: own, offset }, { text: young, of: found }, quote);
  if (at !== null) return there(path, found, at, quote);
  const { name: criterion, start, end } = found;
  return { kind: "there", file: path, criterion, start, end, changed: true };
}

function there(file: string, of: Declared | null, start: number, quote: string): CommentStanding {
  return { kind: "there", file, criterion: of?.name ?? null, start, end: start + quote.length, changed: false };
}

function gone(what: string): CommentStanding {
  return { kind: "gone", sentence: `The text it was about is gone. ${what}` };
}

/** Where a file stands now: under its path, or where another has the same guideline or the same text. */
function laterPath(file: string, before: Texts, now: Texts): string | null {
  if (now.has(file)) return file;
  const old = before.get(file) ?? "";
  const title = titleOf(file, old);
  const moved = [...now].find(([path, text]) => !before.has(path) && isFileOf({ old, title }, path, text));
  return moved?.[0] ?? null;
}

function isFileOf({ old, title }: { readonly old: string; readonly title: string | null }, path: string, text: string) {
  return text === old || (title !== null && titleOf(path, text) === title);
}

function titleOf(path: string, text: string): string | null {
  return declarationsIn(path, text).find(({ kind }) => kind === "guideline")?.key ?? null;
}

function declarationAt(all: readonly Declared[], offset: number): Declared | null {
  return all.find(({ start, end }) => start <= offset && offset < end) ?? null;
}

interface Both {
  readonly earlier: readonly Declared[];
  readonly later: readonly Declared[];
}

interface Quoted {
  readonly old: string;
  readonly young: string;
  readonly quote: string;
}

/** The declaration that took the place of one. */
function counterpart(own: Declared, { earlier, later }: Both, quoted: Quoted): Declared | null {
  const named = later.filter((each) => isNamed(each, own));
  if (named.length > 0)
    return likest(
      own,
      named,
      earlier.filter((each) => isNamed(each, own)),
      quoted,
    );
  const before = new Set(earlier.map(nameIn));
  const come = later.filter((each) => each.kind === own.kind && !before.has(nameIn(each)));
  const same = come.filter(({ body }) => body === own.body);
  if (same.length === 1) return same[0] ?? null;
  return come.find(({ start, end }) => isSure(quoted, own, { start, end })) ?? null;
}

const nameIn = ({ kind, key }: Declared): string => `${kind} ${key}`;
const isNamed = (one: Declared, other: Declared): boolean => nameIn(one) === nameIn(other);

/** Several recommendations go by one name: what says the same, what still holds the words, or the one in its turn. */
function likest(own: Declared, named: readonly Declared[], before: readonly Declared[], { young, quote }: Quoted) {
  const same = named.filter(({ body }) => body === own.body);
  const turn = named[Math.min(before.indexOf(own), named.length - 1)] ?? null;
  if (same.length === 1) return same[0] ?? null;
  if (turn !== null && young.slice(turn.start, turn.end).includes(quote)) return turn;
  return named.find(({ start, end }) => young.slice(start, end).includes(quote)) ?? turn;
}

/** Whether the words stand in a declaration of another name, amid the words they stood amid. */
function isSure(
  { old, young, quote }: Quoted,
  own: Declared,
  { start, end }: Pick<Declared, "start" | "end">,
): boolean {
  const at = old.slice(own.start, own.end).indexOf(quote);
  const found = young.slice(start, end).indexOf(quote);
  if (at === -1 || found === -1) return false;
  return contextOf(old, own.start + at, young, start + found, quote) >= sureContext;
}

interface Side {
  readonly text: string;
  readonly of: Pick<Declared, "start" | "end">;
}

/** The place of the words in a declaration: in the same turn, or else the nearest. */
function within(before: Side & { readonly offset: number }, now: Side, quote: string): number | null {
  const [old, young] = [occurrences(before, quote), occurrences(now, quote)];
  const turn = old.indexOf(before.offset);
  if (young.length === 0) return null;
  if (old.length === young.length && turn !== -1) return young[turn] ?? null;
  const score = (at: number): number => contextOf(before.text, before.offset, now.text, at, quote);
  return young.toSorted((one, other) => score(other) - score(one))[0] ?? null;
}

function occurrences({ text, of: { start, end } }: Side, quote: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote, start); at !== -1 && at < end; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

interface Place {
  readonly old: string;
  readonly offset: number;
  readonly quote: string;
}

/** Words of no declaration: a comment, a case, a manifest. */
function outside(path: string, { old, offset, quote }: Place, young: string): CommentStanding {
  const found = occurrences({ text: young, of: { start: 0, end: young.length } }, quote);
  const scored = found.map((at) => ({ at, score: contextOf(old, offset, young, at, quote) }));
  const [best, second] = scored.toSorted((one, other) => other.score - one.score);
  if (best === undefined) return gone("Its words are in the file no more.");
  const isOnly = second === undefined && quote.length >= sureContext;
  if (!isOnly && best.score < sureContext) return gone("What stands around it is another text now.");
  return there(path, declarationAt(declarationsIn(path, young), best.at), best.at, quote);
}

/** How many letters around a quote are as they were. */
function contextOf(old: string, offset: number, young: string, at: number, quote: string): number {
  let [before, after] = [0, 0];
  while (before < contextLength && isLetterAlike(old, offset - before - 1, young, at - before - 1)) before += 1;
  const [end, youngEnd] = [offset + quote.length, at + quote.length];
  while (after < contextLength && isLetterAlike(old, end + after, young, youngEnd + after)) after += 1;
  return before + after;
}

/** Two ends of texts are alike too. */
function isLetterAlike(old: string, at: number, young: string, youngAt: number): boolean {
  const [one, other] = [old[at], young[youngAt]];
  return one !== undefined && one === other;
}
