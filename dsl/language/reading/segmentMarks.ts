import type { IToken } from "chevrotain";
import { type Environment, nameKey, splitAtCommas, type Use, wordsText } from "../../semantics/index.ts";
import type { Span } from "../../source/index.ts";
import { type Word, wordsOf } from "../../syntax/index.ts";
import { piecesOf } from "./criterionPieces.ts";
import type { DeclarationKind, Segment } from "./lines.ts";
import { type Mark, markOf, nameMarks, type SymbolKind } from "./marks.ts";
import { amountMarks, phraseMarks, testMarks } from "./phraseMarks.ts";
import { typeMarks } from "./typeMarks.ts";

/** What the marks of a declaration depend on besides its text. */
export interface Reader {
  readonly kind: DeclarationKind;
  readonly environment: Environment;
  /** Names as resolved, by where they begin. */
  readonly uses: ReadonlyMap<number, Use>;
}

/** Marks of one segment. `entered` is the name before an entry's value. */
export function segmentMarks({ role, tokens }: Segment, reader: Reader, entered: Segment | undefined): readonly Mark[] {
  const { environment } = reader;
  switch (role) {
    case "keyword":
    case "label":
      return tokens.map((token) => ({ kind: role, ...tokenSpan(token) }));
    case "wording":
      return textMarks(tokens, "wording");
    case "citation":
      return textMarks(tokens, "citation");
    case "criterion":
      return criterionMarks(tokens, reader);
    case "declared name":
      return nameMarks(wordsIn(tokens), declaredKind(reader.kind), true);
    case "field name":
      return nameMarks(wordsIn(tokens), "fact", true);
    case "service name":
      return knownName(wordsIn(tokens), "service", environment.services);
    case "entry name":
      return knownName(wordsIn(tokens), "fact", environment.names);
    case "expected name":
      return expectedName(wordsIn(tokens), environment);
    case "item":
      return itemMarks(wordsIn(tokens));
    case "type":
      return typeMarks(wordsIn(tokens), environment);
    case "grades":
      return splitAtCommas(wordsIn(tokens)).flatMap((grade) => markOf("value", grade));
    case "entry value":
      return entryMarks(wordsIn(tokens), entered, environment);
    case "dates":
      return amountMarks(wordsIn(tokens)).map((mark) =>
        mark.kind === "operator" ? { ...mark, kind: "keyword" } : mark,
      );
    case "needs":
    case "expected answer":
      return markOf("value", wordsIn(tokens));
    case "unread":
      return [];
  }
}

const wordsIn = (tokens: readonly IToken[]): readonly Word[] => tokens.flatMap(wordsOf);

export const tokenSpan = (token: IToken): Span => ({
  start: token.startOffset,
  end: token.startOffset + token.image.length,
});

/** Quoted text is wording even in a citation: the title of a source reads like one. */
function textMarks(tokens: readonly IToken[], kind: "wording" | "citation"): readonly Mark[] {
  return kind === "citation" ? markOf(kind, wordsIn(tokens)) : tokens.map((token) => ({ kind, ...tokenSpan(token) }));
}

function criterionMarks(tokens: readonly IToken[], { environment, uses }: Reader): readonly Mark[] {
  return piecesOf(tokens).flatMap((piece): readonly Mark[] => {
    if (piece.kind === "phrase")
      return phraseMarks(piece.words, environment, uses.get(piece.words[0]?.span.start ?? -1));
    if (piece.kind === "bracket") return [];
    return [{ kind: piece.kind === "connective" ? "connective" : "keyword", ...tokenSpan(piece.token) }];
  });
}

function declaredKind(kind: DeclarationKind): SymbolKind {
  return kind === "define" ? "definition" : kind === "scale" ? "scale" : kind === "service" ? "service" : "fact";
}

function knownName(
  words: readonly Word[],
  kind: "fact" | "service",
  known: ReadonlyMap<string, unknown>,
): readonly Mark[] {
  return known.has(nameKey(wordsText(words))) ? nameMarks(words, kind, false) : [];
}

function expectedName(words: readonly Word[], { names, services }: Environment): readonly Mark[] {
  const key = nameKey(wordsText(words));
  if (services.has(key)) return nameMarks(words, "service", false);
  const isItem = [...services.values()].some(({ items }) => items.some((item) => nameKey(item) === key));
  if (isItem) return nameMarks(words, "service item", false);
  const named = names.get(key);
  return named ? nameMarks(words, named.kind, false) : [];
}

/** `MRI of the cervical spine without contrast    CPT 72141` */
function itemMarks(words: readonly Word[]): readonly Mark[] {
  const at = words.findIndex(({ text }, index) => index > 0 && /^(cpt|hcpcs|icd-10-cm|snomed|loinc)$/i.test(text));
  const name = at < 0 ? words : words.slice(0, at);
  const bare = name.at(-1)?.text === "," ? name.slice(0, -1) : name;
  return [...nameMarks(bare, "service item", true), ...(at < 0 ? [] : markOf("value", words.slice(at)))];
}

/** `failed after 6 weeks`, `57 mmHg`, `yes, by objective finding` */
function entryMarks(words: readonly Word[], entered: Segment | undefined, { names }: Environment): readonly Mark[] {
  const named = names.get(nameKey(wordsText(wordsIn(entered?.tokens ?? []))));
  const hasNumbers = words.some(({ text }) => /^[+-]?\.?\d/.test(text));
  if (!hasNumbers || named?.kind !== "fact" || named.type.kind === "scale" || named.type.kind === "one of")
    return splitAtCommas(words).flatMap((part) => markOf("value", part));
  return testMarks(words, named.type).map((mark) => (mark.kind === "operator" ? { ...mark, kind: "value" } : mark));
}
