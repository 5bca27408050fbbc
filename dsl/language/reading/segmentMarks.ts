import type { IToken } from "chevrotain";
import {
  declaredAs,
  type Environment,
  type ListShape,
  nameKey,
  splitAtCommas,
  type Use,
} from "../../semantics/index.ts";
import type { Span } from "../../source/index.ts";
import { type Word, wordsOf } from "../../syntax/index.ts";
import { codeListMarks } from "./codeMarks.ts";
import { piecesOf } from "./criterionPieces.ts";
import type { DeclarationKind, Role, Segment } from "./lines.ts";
import { fieldMarks, keyOf, type Mark, markOf, nameMarks, type SymbolKind } from "./marks.ts";
import { phraseMarks } from "./phraseMarks.ts";
import { amountMarks, testMarks } from "./testMarks.ts";
import { withOtherNames } from "./otherNames.ts";
import { typeMarks } from "./typeMarks.ts";

/** What the marks of a declaration depend on besides its text. */
export interface Reader {
  readonly kind: DeclarationKind;
  readonly environment: Environment;
  /** The key of what is declared. */
  readonly declared: string;
  /** The list whose entry a line of an example gives. */
  readonly list: ListShape | null;
  /** Names as resolved, by where they begin. */
  readonly uses: ReadonlyMap<number, Use>;
}

/** Marks of one segment. `entered` is the name before an entry's value. */
export function segmentMarks(segment: Segment, reader: Reader, entered: Segment | undefined): readonly Mark[] {
  const { environment } = reader;
  const { role, tokens } = segment;
  switch (role) {
    case "criterion":
      return criterionMarks(tokens, reader);
    case "service name":
      return knownName(wordsIn(tokens), "service", environment.services);
    case "entry name":
      return entryName(wordsIn(tokens), reader);
    case "taken names":
      return splitAtCommas(wordsIn(tokens)).flatMap((name) => takenName(name, environment));
    case "expected name":
      return expectedName(wordsIn(tokens), environment);
    case "type":
      return typeMarks(wordsIn(tokens), environment);
    case "entry value":
      return entryMarks(wordsIn(tokens), entered, reader);
    default:
      return ownMarks(segment, role, reader);
  }
}

type NamingRole =
  | "criterion"
  | "taken names"
  | "service name"
  | "entry name"
  | "expected name"
  | "type"
  | "entry value";

const knownMarks = new WeakMap<Segment, readonly Mark[]>();

/** Marks that no other declaration has a say in. */
function ownMarks(segment: Segment, role: Exclude<Role, NamingRole>, reader: Reader): readonly Mark[] {
  const marks = knownMarks.get(segment) ?? readOwnMarks(segment.tokens, role, reader);
  knownMarks.set(segment, marks);
  return marks;
}

function readOwnMarks(
  tokens: readonly IToken[],
  role: Exclude<Role, NamingRole>,
  { kind, declared }: Reader,
): readonly Mark[] {
  switch (role) {
    case "keyword":
    case "label":
    case "wording":
      return tokens.map((token) => ({ kind: role, ...tokenSpan(token) }));
    case "citation":
      return markOf("citation", wordsIn(tokens));
    case "declared name":
      return nameMarks(wordsIn(tokens), declaredKind(kind), true);
    case "field name":
      return kind === "fact" ? fieldMarks(wordsIn(tokens), declared, true) : nameMarks(wordsIn(tokens), "fact", true);
    case "counted once":
      return fieldsIn(wordsIn(tokens)).flatMap((name) => fieldMarks(name, declared, false));
    case "item":
      return itemMarks(wordsIn(tokens));
    case "grades":
    case "ranked":
      return splitAtCommas(wordsIn(tokens)).flatMap((grade) => markOf("value", grade));
    case "codes":
      return codeListMarks(wordsIn(tokens));
    case "policy":
      return markOf("keyword", wordsIn(tokens));
    case "row value":
      return rowMarks(wordsIn(tokens));
    case "dates":
      return amountMarks(wordsIn(tokens)).map((mark) =>
        mark.kind === "operator" ? { ...mark, kind: "keyword" } : mark,
      );
    case "needs":
    case "accepted":
    case "expected answer":
      return markOf("value", wordsIn(tokens));
    case "unread":
      return [];
  }
}

/** `date, site and side` */
function fieldsIn(words: readonly Word[]): readonly (readonly Word[])[] {
  return splitAtCommas(words).flatMap((part) => {
    const and = part.findIndex(({ text }) => text.toLowerCase() === "and");
    return and < 0 ? [part] : [part.slice(0, and), part.slice(and + 1)];
  });
}

/** A fact or a list, or in an entry of a list one of its fields. */
function entryName(words: readonly Word[], { environment, list }: Reader): readonly Mark[] {
  if (list) return list.fields.some(({ key }) => key === keyOf(words)) ? fieldMarks(words, list.key, false) : [];
  return knownName(withoutComplete(words), "fact", environment.names);
}

/** `oxygen test, complete` */
function withoutComplete(words: readonly Word[]): readonly Word[] {
  const comma = words.findIndex(({ text }) => text === ",");
  return comma < 0 ? words : words.slice(0, comma);
}

/** `1.5`, `24 months`, `usually appropriate` */
function rowMarks(words: readonly Word[]): readonly Mark[] {
  return /^[-+]?[\d.]/.test(words[0]?.text ?? "") ? amountMarks(words) : markOf("value", words);
}

const knownWords = new WeakMap<readonly IToken[], readonly Word[]>();

function wordsIn(tokens: readonly IToken[]): readonly Word[] {
  const words = knownWords.get(tokens) ?? tokens.flatMap(wordsOf);
  knownWords.set(tokens, words);
  return words;
}

export const tokenSpan = (token: IToken): Span => ({
  start: token.startOffset,
  end: token.startOffset + token.image.length,
});

function criterionMarks(tokens: readonly IToken[], { environment, uses }: Reader): readonly Mark[] {
  return piecesOf(tokens).flatMap((piece): readonly Mark[] => {
    if (piece.kind === "phrase") {
      const marks = phraseMarks(piece.words, environment, uses);
      return withOtherNames(marks, piece.words, uses);
    }
    if (piece.kind === "bracket") return [];
    return [{ kind: piece.kind === "connective" ? "connective" : "keyword", ...tokenSpan(piece.token) }];
  });
}

const declaredKinds: Readonly<Partial<Record<DeclarationKind, SymbolKind>>> = {
  define: "definition",
  table: "definition",
  scale: "scale",
  codes: "code list",
  service: "service",
};

function declaredKind(kind: DeclarationKind): SymbolKind {
  return declaredKinds[kind] ?? "fact";
}

function knownName(
  words: readonly Word[],
  kind: "fact" | "service",
  known: ReadonlyMap<string, unknown>,
): readonly Mark[] {
  return known.has(keyOf(words)) ? nameMarks(words, kind, false) : [];
}

function takenName(words: readonly Word[], { names, scales }: Environment): readonly Mark[] {
  const key = keyOf(words);
  const named = names.get(key);
  if (named) return nameMarks(words, declaredAs(named), false);
  return scales.has(key) ? nameMarks(words, "scale", false) : [];
}

function expectedName(words: readonly Word[], { names, services }: Environment): readonly Mark[] {
  const key = keyOf(words);
  if (services.has(key)) return nameMarks(words, "service", false);
  const isItem = [...services.values()].some(({ items }) => items.some((item) => nameKey(item) === key));
  if (isItem) return nameMarks(words, "service item", false);
  const named = names.get(key);
  return named ? nameMarks(words, declaredAs(named), false) : [];
}

/** `MRI of the cervical spine without contrast    CPT 72141` */
function itemMarks(words: readonly Word[]): readonly Mark[] {
  const at = words.findIndex(({ text }, index) => index > 0 && /^(cpt|hcpcs|icd-10-cm|snomed|loinc)$/i.test(text));
  const name = at < 0 ? words : words.slice(0, at);
  const bare = name.at(-1)?.text === "," ? name.slice(0, -1) : name;
  return [...nameMarks(bare, "service item", true), ...(at < 0 ? [] : markOf("value", words.slice(at)))];
}

/** `failed after 6 weeks`, `57 mmHg`, `yes, by objective finding` */
function entryMarks(
  words: readonly Word[],
  entered: Segment | undefined,
  { environment, list }: Reader,
): readonly Mark[] {
  const key = keyOf(wordsIn(entered?.tokens ?? []));
  const named = list ? list.fields.find((field) => field.key === key) : environment.names.get(key);
  const hasNumbers = words.some(({ text }) => /^[+-]?\.?\d/.test(text));
  if (!hasNumbers || named?.kind !== "fact" || named.type.kind === "scale" || named.type.kind === "one of")
    return splitAtCommas(words).flatMap((part) => markOf("value", part));
  return testMarks(words, named.type).map((mark) => (mark.kind === "operator" ? { ...mark, kind: "value" } : mark));
}
