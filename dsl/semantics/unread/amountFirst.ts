import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { withUnit } from "./spokenAmount.ts";

const comparing =
  /^(?:at|no|not|more|less|fewer|greater|higher|lower|over|under|above|below|up|exactly|from|[<>=≥≤]+)$/i;

/** Whether the words begin as a comparison does: `fewer than 5 days of warfarin`. */
export const beginsComparison = (words: readonly Word[]): boolean =>
  comparing.test(words[0]?.text ?? "") && words.slice(1, 4).some(({ text }) => /^[\d.]/.test(text));

/** `fewer than 5 days of warfarin`, `at least 35 % ejection fraction`: what is compared stands behind the amount. */
export function amountFirst(words: readonly Word[], environment: Environment): Problem | null {
  if (!beginsComparison(words)) return null;
  for (const [at, first] of words.entries()) {
    const beginning = beginnings(words.slice(at), environment).find(({ rest }) => rest.length === 0);
    if (at < 2 || !beginning) continue;
    const comparison = wordsText(words.slice(0, at)).replace(/(?: (?:of|in|for|on|an?|the|its|their))+$/i, "");
    const written = withUnit(comparison, { ...beginning, rest: [first] }, environment);
    if (written !== null) return factFirst(words, `${beginning.named.name} ${written}`);
  }
  return null;
}

function factFirst(words: readonly Word[], written: string): Problem {
  const span = spanOfWords(words);
  return problem("E0208", span, "A fact comes first, and what it must be follows it.", {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written, true)],
  });
}
