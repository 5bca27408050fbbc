import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** `program lasted 6 weeks`, `hematocrit 56 %`, `program lasted 6 weeks within 6 months before request date` */
export function bareAmount(words: readonly Word[], environment: Environment): Problem | null {
  const within = words.findLastIndex(({ text }) => text.toLowerCase() === "within");
  const ends = [words.length, ...(within > 0 ? [within] : [])];
  for (const { rest } of beginnings(words, environment))
    for (const end of ends)
      for (let size = 1; size <= Math.min(rest.length - words.length + end, mostWordsOfAmount); size++) {
        const amount = words.slice(end - size, end);
        if (isBare(words.slice(0, end - size), amount, words.slice(end), environment)) return bare(amount);
      }
  return null;
}

function isBare(
  before: readonly Word[],
  amount: readonly Word[],
  after: readonly Word[],
  environment: Environment,
): boolean {
  const [first] = amount;
  return (
    first !== undefined &&
    /^[\d.]/.test(first.text) &&
    !/^(is|was|are|were|not|exactly)$/i.test(before.at(-1)?.text ?? "") &&
    isReadable([...before, ...wordsFor("at least", first), ...amount, ...after], environment)
  );
}

function bare(amount: readonly Word[]): Problem {
  const span = spanOfWords(amount);
  return problem("E0211", span, `\`${wordsText(amount)}\` does not say whether more, or less, would do too.`, {
    hint: "Put `at least`, `more than`, `at most` or `below` before it.",
    fixes: ["at least", "at most"].map((bound) =>
      replace(`Write ${bound} ${wordsText(amount)}`, span, `${bound} ${wordsText(amount)}`),
    ),
  });
}

/** `56 mmHg`, `6 breaths per minute` */
const mostWordsOfAmount = 6;
