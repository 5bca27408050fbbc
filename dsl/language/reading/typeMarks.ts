import { type Environment, nameKey, splitAtCommas, wordsText } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Mark, markOf, nameMarks } from "./marks.ts";

/** `yes or no`, `one of rest, exercise`, `number in mmHg, to 0.1, or none`, `muscle strength` */
export function typeMarks(words: readonly Word[], { scales }: Environment): readonly Mark[] {
  const parts = splitAtCommas(words);
  const [first = []] = parts;
  const texts = words.map(({ text }) => text.toLowerCase());
  if (scales.has(nameKey(wordsText(first)))) return [...nameMarks(first, "scale", false), ...tail(parts.slice(1))];
  if (texts[0] === "one" && texts[1] === "of")
    return [
      ...markOf("keyword", words.slice(0, 2)),
      ...splitAtCommas(words.slice(2)).flatMap((each) => tail([each], "value")),
    ];
  if (texts[0] === "body" && texts[2] === "in")
    return [
      ...markOf("keyword", words.slice(0, 3)),
      ...splitAtCommas(words.slice(3)).flatMap((each) => tail([each], "value")),
    ];
  if (texts[0] === "number")
    return [...markOf("keyword", first.slice(0, 2)), ...markOf("unit", first.slice(2)), ...tail(parts.slice(1))];
  return [...markOf("keyword", first), ...tail(parts.slice(1))];
}

/** `to 0.1` and `or none` after a type */
function tail(parts: readonly (readonly Word[])[], otherwise: "keyword" | "value" = "keyword"): readonly Mark[] {
  return parts.flatMap((part) => {
    if (part[0]?.text.toLowerCase() === "or") return markOf("keyword", part);
    if (part[0]?.text.toLowerCase() !== "to" || !/^\d/.test(part[1]?.text ?? "0")) return markOf(otherwise, part);
    return [...markOf("keyword", part.slice(0, 1)), ...markOf("number", part.slice(1))];
  });
}
