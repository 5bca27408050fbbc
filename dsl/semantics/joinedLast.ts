import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Word } from "../syntax/index.ts";
import { wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";

/** After these `or` is no joint: `2 points or more`. */
const bounds =
  /^(?:more|less|fewer|greater|higher|lower|above|below|over|under|older|younger|longer|shorter|later|earlier|worse|better)$/i;

/** `mild, moderate or severe`: the last two values are read as one, which the commas before make unlikely to be meant. */
export function joinedLast(values: readonly (readonly Word[])[]): readonly Problem[] {
  const last = values.at(-1) ?? [];
  const at = last.findIndex(isJoint);
  const [before, joint, after] = [last.slice(0, Math.max(at, 0)), last[at], last.slice(at + 1)];
  const [next] = after;
  if (
    values.length < 2 ||
    !joint ||
    !next ||
    (at > 0 && bounds.test(next.text)) ||
    values.slice(0, -1).some(holdsJoint)
  )
    return [];
  const apart = [before, after].filter((words) => words.length > 0).map(wordsText);
  const written = apart.join(", ");
  return [
    problem("W0318", spanOfWords(last), `\`${wordsText(last)}\` is read as one value.`, {
      severity: "warning",
      hint: `A comma parts values: \`${written}\`. If one value is meant, let it not stand last.`,
      fixes: [replace(`Write ${written}`, spanOfWords(last), written)],
    }),
  ];
}

const isJoint = ({ text, quoted }: Word): boolean => !quoted && /^(?:or|and)$/i.test(text);
const holdsJoint = (words: readonly Word[]): boolean => words.some(isJoint);
