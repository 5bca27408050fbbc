import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { readings } from "../readings.ts";

/** Whether the words would be a criterion by themselves. */
export function isReadable(words: readonly Word[], environment: Environment): boolean {
  return readings(words, environment).some((reading) => reading.problems.length === 0);
}

/** Words to try in place of the author's, standing where `at` stands. */
export function wordsFor(text: string, at: Word): Word[] {
  return text
    .replaceAll(",", " ,")
    .trim()
    .split(/\s+/)
    .map((word) => ({ text: word, span: at.span, quoted: false }));
}

/** The first place from `from` on where all words of `phrase` stand; -1 for none. */
export function placeOf(phrase: string, words: readonly Word[], from = 0): number {
  const wanted = phrase.split(" ");
  return words.findIndex(
    (_, at) => at >= from && wanted.every((word, offset) => words[at + offset]?.text.toLowerCase() === word),
  );
}
