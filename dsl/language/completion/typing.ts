import { nameKey, wordsText } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Completion, type Proposal, proposed } from "./completion.ts";

/** Words of one phrase up to the cursor. */
export interface Typing {
  readonly words: readonly Word[];
  readonly offset: number;
}

/** Whether the cursor stands off the last word, so that it is whole. */
export function isSpaced({ words, offset }: Typing): boolean {
  return (words.at(-1)?.span.end ?? -1) < offset;
}

/** Where the next word would begin: at the first of the words, or at the cursor. */
export const startOf = ({ words, offset }: Typing): number => words[0]?.span.start ?? offset;

/** The words from `at` on. */
export const from = ({ words, offset }: Typing, at: number): Typing => ({ words: words.slice(at), offset });

/** The proposals that the words may become; what they already are is not offered behind a space. */
export function propose(typing: Typing, proposals: readonly Proposal[]): readonly Completion[] {
  const typed = wordsText(typing.words);
  const open = isSpaced(typing) ? proposals.filter(({ label }) => nameKey(label) !== nameKey(typed)) : proposals;
  return proposed(open, typed, startOf(typing), typing.offset);
}

/** The words after the last comma. */
export function afterComma(typing: Typing): Typing {
  return from(typing, typing.words.findLastIndex(({ text }) => text === ",") + 1);
}
