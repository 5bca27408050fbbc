import { plain, type Run, type Word } from "../syntax/index.ts";

/** The form names are compared by: lower case, single spaces, a plural `s` folded in every word. */
export function nameKey(words: string): string {
  const known = keys.get(words);
  if (known !== undefined) return known;
  const key = words.replaceAll(signs, " $& ").trim().split(/\s+/).map(wordKey).join(" ");
  if (keys.size >= mostKeysKept) keys.clear();
  keys.set(words, key);
  return key;
}

/** A sign is a word of its own, spaces beside it or not: `before <14 weeks`. */
const signs = />=|<=|[<>=≥≤]/g;

/** Names are compared far more often than new ones are seen. */
const keys = new Map<string, string>();
const mostKeysKept = 20_000;

/** `Programs` and `program`, `studies` and `study` are one; `weakness` stays itself. */
export function wordKey(word: string): string {
  const lower = plain(word).toLowerCase();
  if (lower.length > 4 && lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
  return lower.length > 3 && lower.endsWith("s") && !/(ss|us|is)$/.test(lower) ? lower.slice(0, -1) : lower;
}

export function runText(run: Run): string {
  return wordsText(run.words);
}

/** The words with single spaces, commas closed up, quotes dropped. */
export function wordsText(words: readonly Word[]): string {
  return words
    .map((word) => word.text)
    .join(" ")
    .replaceAll(" ,", ",")
    .trim();
}

/** The run cut at its commas: `none, injection, surgery`. */
export function splitAtCommas(words: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (word.text === "," && !word.quoted) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}
