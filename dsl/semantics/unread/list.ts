import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { spanOfWords } from "../phrases.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { splitAtCommas, wordsText } from "../names.ts";
import { isReadable } from "./readable.ts";

const quantifier = /^(any|all|none|(?:at least|exactly) \w+) of\b/i;

/** `imaging if any of` with nothing below it, `all of pain, weakness` without brackets. */
export function listWithoutItems(words: readonly Word[], environment: Environment): Problem | null {
  const begins = quantifier.exec(wordsText(words))?.[0];
  if (begins === undefined) return null;
  const size = begins.split(" ").length;
  const items = splitAtCommas(words.slice(size));
  const written = `${begins} (${items.map(wordsText).join("; ")})`;
  const readable = items.length > 1 && items.every((item) => isReadable(item, environment));
  return problem(
    "E0107",
    spanOfWords(words.slice(0, size)),
    `\`${begins}\` begins a list, and its criteria do not follow.`,
    {
      hint: `Write them below, each on a line that begins with \`-\`, or in brackets: \`${begins} (a; b; c)\`.`,
      fixes: readable ? [replace(`Write ${written}`, spanOfWords(words), written, true)] : [],
    },
  );
}
