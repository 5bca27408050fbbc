import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { readings } from "../readings.ts";

/** Whether the words would be a criterion by themselves. */
export function isReadable(words: readonly Word[], environment: Environment): boolean {
  return readings(words, environment).some((reading) => reading.problems.length === 0);
}

/** Words to try in place of the author's, standing where `at` stands. */
export function wordsFor(text: string, at: Word): Word[] {
  return text.split(" ").map((word) => ({ text: word, span: at.span, quoted: false }));
}
