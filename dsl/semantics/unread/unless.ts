import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable } from "./readable.ts";

/** `failed strengthening unless anatomy is unclear`: as UNLESS in capitals. */
export function lowerCaseUnless(words: readonly Word[], environment: Environment): Problem | null {
  const at = words.findIndex((word) => /^unless$/i.test(word.text));
  const word = words[at];
  const after = words.slice(at + 1);
  const [left, right] = [
    words.slice(0, Math.max(at, 0)),
    /^(if|when)$/i.test(after[0]?.text ?? "") ? after.slice(1) : after,
  ];
  if (!word || !isReadable(left, environment) || !isReadable(right, environment)) return null;
  const readings = [`${wordsText(left)} OR ${wordsText(right)}`, `${wordsText(left)} AND NOT ${wordsText(right)}`];
  return problem("E0206", word.span, `\`${word.text}\` is read in two ways.`, {
    hint: `To one reader \`${wordsText(right)}\` is enough by itself (OR), to the next it rules the service out (AND NOT). On a line of its own below write \`waived if\` or \`but not if\`.`,
    fixes: readings.map((reading) => replace(`Write ${reading}`, spanOfWords(words), reading)),
  });
}
