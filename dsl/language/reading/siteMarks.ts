import { splitAtCommas, wordKey } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Mark, markOf } from "./marks.ts";

/** Words that lead to a site; `on the left` and `on both sides` are values behind them. */
const leading = new Set("is was are were not in on at one any none of the same region side level as".split(" "));

/** `is one of left knee, lumbar spine L5`, `is at C5-C6` */
export function siteMarks(words: readonly Word[]): readonly Mark[] {
  return splitAtCommas(words).flatMap((part) => {
    const first = part.findIndex((word) => !leading.has(wordKey(word.text)));
    const size = first < 0 ? part.length : first;
    return [...markOf("operator", part.slice(0, size)), ...markOf("value", part.slice(size))];
  });
}
