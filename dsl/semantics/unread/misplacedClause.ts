import { type Problem, problem } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";

/** `x waived if y` in one line */
export function misplacedClause(words: readonly Word[]): Problem | null {
  const texts = words.map((word) => word.text.toLowerCase());
  for (const clause of ["waived if", "but not if", "excluded if"]) {
    const parts = clause.split(" ");
    const at = texts.findIndex((_, index) => parts.every((part, offset) => texts[index + offset] === part));
    const first = words[at];
    const last = words[at + parts.length - 1];
    if (!first || !last) continue;
    return problem("E0209", cover(first.span, last.span), `\`${clause}\` stands inside a criterion.`, {
      hint:
        clause === "excluded if"
          ? "It begins a recommendation of its own at the margin: `imaging excluded if ...`."
          : "It begins a line of its own, indented below the criterion that it changes.",
    });
  }
  return null;
}
