import type { Word } from "../syntax/index.ts";
import { splitAtCommas, wordKey } from "./names.ts";

/** Stretches of words that stood for `{a}`, `{b}` or the parts of `{list}`. */
export type Captures = readonly (readonly Word[])[];

type Element = { readonly word: string } | { readonly slot: "one" | "list" };

const compiled = new Map<string, readonly Element[]>();

/** Every way in which all of `words` reads as `pattern`; none is cut short, so two ways are seen as two. */
export function match(pattern: string, words: readonly Word[]): readonly Captures[] {
  return matchFrom(elementsOf(pattern), 0, words, 0);
}

function elementsOf(pattern: string): readonly Element[] {
  let elements = compiled.get(pattern);
  if (!elements) {
    elements = pattern
      .split(" ")
      .map((part) => (part.startsWith("{") ? { slot: part === "{list}" ? "list" : "one" } : { word: wordKey(part) }));
    compiled.set(pattern, elements);
  }
  return elements;
}

function matchFrom(
  elements: readonly Element[],
  at: number,
  words: readonly Word[],
  from: number,
): readonly Captures[] {
  const element = elements[at];
  if (!element) return from === words.length ? [[]] : [];
  if ("word" in element) {
    const word = words[from];
    return word && !word.quoted && wordKey(word.text) === element.word
      ? matchFrom(elements, at + 1, words, from + 1)
      : [];
  }
  if (at === elements.length - 1) return lastSlot(element.slot, words.slice(from));
  const found: Captures[] = [];
  for (let end = from + 1; end < words.length && !isComma(words[end - 1]); end++)
    for (const rest of matchFrom(elements, at + 1, words, end)) found.push([words.slice(from, end), ...rest]);
  return found;
}

function lastSlot(slot: "one" | "list", words: readonly Word[]): readonly Captures[] {
  if (words.length === 0) return [];
  if (slot === "one") return words.some(isComma) ? [] : [[words]];
  const parts = splitAtCommas(words).map(withoutOr);
  return parts.every((part) => part.length > 0) ? [parts] : [];
}

/** `injection, or surgery` */
function withoutOr(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && wordKey(words[0]?.text ?? "") === "or" ? words.slice(1) : words;
}

const isComma = (word: Word | undefined): boolean => word?.text === "," && !word.quoted;
