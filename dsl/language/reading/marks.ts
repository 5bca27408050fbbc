import { type ListShape, nameKey, wordsText } from "../../semantics/index.ts";
import type { Span } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";

/** What colours tell apart. `operator` are the words of a test (`lasted at least`), `value` what it is compared with. */
export type MarkKind =
  | "keyword"
  | "declaration"
  | "name"
  | "wording"
  | "citation"
  | "connective"
  | "operator"
  | "value"
  | "number"
  | "unit"
  | "comment"
  | "label";

export type SymbolKind = "fact" | "definition" | "service" | "service item" | "scale" | "code list" | "field";

/** Anything that has a name of its own; `key` as of `nameKey`, of a field with its list's before it: `injection · site`. */
export interface Symbol {
  readonly kind: SymbolKind;
  readonly key: string;
}

/** A stretch of text and what it is. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  /** For names: what is named, and whether it is declared here. */
  readonly symbol?: Symbol;
  readonly declares?: boolean;
  /** For operators: all the words of the test they stand in. */
  readonly phrase?: readonly Word[];
  /** For operators inside `where`: the list whose entry is asked about. */
  readonly entry?: ListShape;
}

export function markOf(kind: MarkKind, words: readonly { readonly span: Span }[]): readonly Mark[] {
  const first = words[0];
  const last = words.at(-1);
  return first && last ? [{ kind, start: first.span.start, end: last.span.end }] : [];
}

const keys = new WeakMap<readonly Word[], string>();

/** The form a name is compared by; kept with its words. */
export function keyOf(words: readonly Word[]): string {
  const key = keys.get(words) ?? nameKey(wordsText(words));
  keys.set(words, key);
  return key;
}

/** A name of one or several words, where it is declared or used. */
export function nameMarks(words: readonly Word[], kind: SymbolKind, declares: boolean): readonly Mark[] {
  const symbol: Symbol = { kind, key: keyOf(words) };
  return markOf(declares ? "declaration" : "name", words).map((mark) => ({ ...mark, symbol, declares }));
}

/** The key of a field of a list, as uses of it are told. */
export const fieldKey = (list: string, field: string): string => `${list} · ${field}`;

/** The list and the field of such a key. */
export function fieldOf(key: string): { readonly list: string; readonly field: string } | null {
  const [list, field] = key.split(" · ");
  return list !== undefined && field !== undefined ? { list, field } : null;
}

/** A field of a list, where it is declared or used. */
export function fieldMarks(words: readonly Word[], list: string, declares: boolean): readonly Mark[] {
  const symbol: Symbol = { kind: "field", key: fieldKey(list, keyOf(words)) };
  return markOf(declares ? "declaration" : "name", words).map((mark) => ({ ...mark, symbol, declares }));
}
