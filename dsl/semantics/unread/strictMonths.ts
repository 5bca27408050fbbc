import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

const strict = /^((?:is|was) )?(more|less) than (\S+ (?:month|year)s?) (before|after) (.+)$/i;

/** `onset more than 6 months before request date`: windows in months are closed, and no day short of one has a length. */
export function strictMonths(words: readonly Word[], environment: Environment): Problem | null {
  for (const { rest } of beginnings(words, environment)) {
    const [at] = rest;
    const [, copula = "", bound = "", length = "", side = "", anchor = ""] = strict.exec(wordsText(rest)) ?? [];
    const closed = /^more$/i.test(bound) ? "at least" : "within";
    const written = `${copula}${closed} ${length} ${side} ${anchor}`;
    if (!at || length === "" || !isReadable([...words.slice(0, -rest.length), ...wordsFor(written, at)], environment))
      continue;
    const span = spanOfWords(rest);
    const message = `\`${bound} than ${length}\` leaves out the very day, and a length in months or years cannot.`;
    return problem("E0208", span, message, {
      hint: `Write \`${written}\`, which counts that day in, or give the length in days.`,
      fixes: [replace(`Write ${written}`, span, written)],
    });
  }
  return null;
}
