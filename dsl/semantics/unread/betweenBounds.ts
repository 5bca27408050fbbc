import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** `visits between 5 and 14`: one reader counts 5 and 14 in, the next does not. */
export function betweenBounds(words: readonly Word[], environment: Environment): Problem | null {
  const at = words.findIndex((word) => word.text.toLowerCase() === "between");
  const and = words.findIndex((word, index) => index > at && word.text.toLowerCase() === "and");
  const [between, joint] = [words[at], words[and]];
  if (at < 1 || !between || !joint) return null;
  const [low, high] = [words.slice(at + 1, and), words.slice(and + 1)];
  const inclusive = [...words.slice(0, at), ...wordsFor("from", between), ...low, ...wordsFor("to", joint), ...high];
  if (!isReadable(inclusive, environment)) return null;
  const span = cover(between.span, spanOfWords(high));
  const readings = [
    `from ${wordsText(low)} to ${wordsText(high)}`,
    `more than ${wordsText(low)} and below ${wordsText(high)}`,
  ];
  return problem("E0212", span, "`between` does not say whether the two ends count.", {
    hint: `With both ends it is \`${readings[0]}\`, without them \`${readings[1]}\`.`,
    fixes: readings.map((reading) => replace(`Write ${reading}`, span, reading)),
  });
}
