import { splitAtCommas, systemAt, wordKey } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Mark, markOf } from "./marks.ts";

/** `ICD-10-CM M54.16`, `M50.1 to M50.13`: what a list of codes holds. */
export function codeListMarks(words: readonly Word[]): readonly Mark[] {
  return splitAtCommas(words).flatMap((part) => {
    const size = systemAt(part, 0)?.size ?? 0;
    return [...markOf("keyword", part.slice(0, size)), ...codeMarks(part.slice(size))];
  });
}

/** `is one of M54.1*, M50.1 to M50.13`: codes are the words with digits; the others say what is asked of them. */
export function codeMarks(words: readonly Word[]): readonly Mark[] {
  return splitAtCommas(words).flatMap((part) => {
    const first = part.findIndex(isCode);
    const size = first < 0 ? part.length : first;
    const codes = part
      .slice(size)
      .flatMap((word) => markOf(wordKey(word.text) === "to" ? "operator" : "value", [word]));
    return [...markOf("operator", part.slice(0, size)), ...codes];
  });
}

const isCode = ({ text }: Word): boolean => /^[a-z]?\d|^[a-z]\*$/i.test(text);
