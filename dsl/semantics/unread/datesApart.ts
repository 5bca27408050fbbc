import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

const stretch =
  /^(?:(?:is|was) )?(?:from |between )?(\S+)(?: (?:day|week|month|year)s?)? (?:to|and|-) (\S+) (days|weeks|months|years) (before|after) (.+)$/i;

/** `onset from 3 to 6 months before service date`: two ends, each a test of its own. */
export function datesApart(words: readonly Word[], environment: Environment): Problem | null {
  const lead = environment.entry !== null && /^its$/i.test(words[0]?.text ?? "") ? 1 : 0;
  for (const { rest } of beginnings(words.slice(lead), environment)) {
    const [first] = words;
    const [, near, far, unit, side, day] = stretch.exec(wordsText(rest)) ?? [];
    if (!first || day === undefined) continue;
    const name = wordsText(words.slice(0, words.length - rest.length));
    const tests = [`${name} at least ${near} ${unit} ${side} ${day}`, `${name} within ${far} ${unit} ${side} ${day}`];
    if (tests.every((test) => isReadable(wordsFor(test, first), environment))) return bothEnds(words, rest, tests);
  }
  return null;
}

function bothEnds(words: readonly Word[], rest: readonly Word[], tests: readonly string[]): Problem {
  const written = `(${tests.join(" AND ")})`;
  return problem("E0208", spanOfWords(rest), "A time between two lengths is asked in two tests.", {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, spanOfWords(words), written)],
  });
}
