import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { withUnit } from "./spokenAmount.ts";

/** `visits between 5 and 14`: one reader counts 5 and 14 in, the next does not. */
export function betweenBounds(words: readonly Word[], environment: Environment): Problem | null {
  const at = words.findIndex((word) => word.text.toLowerCase() === "between");
  const and = words.findIndex((word, index) => index > at && word.text.toLowerCase() === "and");
  const [between, joint] = [words[at], words[and]];
  if (at < 1 || !between || !joint) return null;
  const [low, high] = [words.slice(at + 1, and), words.slice(and + 1)];
  const [beginning] = beginnings(words.slice(0, at), environment);
  if (!beginning) return null;
  const lead = beginning.rest.length > 0 ? `${wordsText(beginning.rest)} ` : "";
  const inclusive = `${lead}from ${wordsText(low)} to ${wordsText(high)}`;
  const read = withUnit(inclusive, { ...beginning, rest: [between] }, environment);
  if (read === null) return null;
  const unit = read.slice(inclusive.length);
  const span = cover(between.span, spanOfWords(high));
  const readings = [
    `from ${wordsText(low)} to ${wordsText(high)}${unit}`,
    `more than ${wordsText(low)}${unit} and below ${wordsText(high)}${unit}`,
  ];
  return problem("E0212", span, "`between` does not say whether the two ends count.", {
    hint: `With both ends it is \`${readings[0]}\`, without them \`${readings[1]}\`.`,
    fixes: readings.map((reading) => replace(`Write ${reading}`, span, reading)),
  });
}
