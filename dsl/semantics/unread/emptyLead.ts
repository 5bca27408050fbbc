import type { Word } from "../../syntax/index.ts";

/** Words that prose puts before what it asks about, and that ask nothing themselves. */
const empty: ReadonlySet<string> = new Set(
  "a an the there is are was were has have had having patient patients member worker injured claimant individual individuals beneficiary beneficiaries on with evidence of documentation documented presence either both does do did exhibits shows demonstrates clinical for that any some if when".split(
    " ",
  ),
);

/** What is left of the words after one, two or more empty ones at their beginning, the fewest taken away first. */
export function afterEmptyWords(words: readonly Word[]): readonly (readonly Word[])[] {
  const first = words.findIndex(({ text }) => !empty.has(text.toLowerCase()));
  return Array.from({ length: first < 0 ? 0 : first }, (_, index) => words.slice(index + 1));
}
