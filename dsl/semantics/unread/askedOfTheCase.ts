import { type Problem, problem } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable } from "./readable.ts";

/** `any injection where it is successful AND fever`: what is asked of the case stands where `where` still reaches. */
export function askedOfTheCase(words: readonly Word[], { outer }: Environment): Problem | null {
  if (outer === null || !isReadable(words, outer)) return null;
  return problem(
    "E0223",
    spanOfWords(words),
    `\`${wordsText(words)}\` is asked of the case, and stands among what is asked of an entry.`,
    {
      hint: "`where` reaches to the end of its line or bracket. Close it before: `(any injection where it is successful) AND fever`, or write each on a bullet of its own.",
    },
  );
}
