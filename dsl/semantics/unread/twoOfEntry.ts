import { type Problem, problem } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/**
 * `every treatment where its kind is physical therapy failed`: the first may say which entries are meant, and the second what
 * must be so of them. After `every` that is not both of each, so neither is offered as a fix.
 */
export function twoOfEntry(words: readonly Word[], environment: Environment): Problem | null {
  const [first] = words;
  if (environment.entry === null || !first) return null;
  for (let at = words.length - 1; at > 1; at--) {
    const [left, right] = [words.slice(0, at), words.slice(at)];
    if (!isReadable(left, environment)) continue;
    const asked = ["", "it ", "it is ", "its "]
      .map((lead) => `${lead}${wordsText(right)}`)
      .find((text) => isReadable(wordsFor(text, first), environment));
    if (asked !== undefined) return bothAsked(words, wordsText(left), asked, environment.entry.name);
  }
  return null;
}

function bothAsked(words: readonly Word[], left: string, right: string, list: string): Problem {
  return problem(
    "E0208",
    spanOfWords(words),
    `Two things are asked of \`${list}\` here, \`${left}\` and \`${right}\`.`,
    {
      hint: `If both are asked of one entry, write \`${left} AND ${right}\`. If the first only says which entries are meant, name these with \`define\` and \`as ${list} where ${left}\`, and ask of that name \`where ${right}\`.`,
    },
  );
}
