import { type Problem, problem } from "../diagnostic/index.ts";
import type { Run, Word } from "../syntax/index.ts";
import type { StatedLevel } from "./model.ts";
import { nameKey, splitAtCommas, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";

/** `rests on level 1b for treatment, level 2 for diagnosis` */
export function readLevels(runs: readonly Run[], problems: Problem[]): readonly StatedLevel[] {
  const levels = runs.flatMap(({ words }) => splitAtCommas(words).flatMap((part) => readLevel(part, problems)));
  for (const [index, { key, question, span }] of levels.entries())
    if (levels.findIndex((other) => other.key === key) < index)
      problems.push(
        problem("E0375", span, `What it rests on for ${question} is said twice.`, { hint: "Keep the one that holds." }),
      );
  return levels;
}

function readLevel(words: readonly Word[], problems: Problem[]): readonly StatedLevel[] {
  if (words.length === 0) return [];
  const at = words.findIndex(({ text, quoted }) => !quoted && text.toLowerCase() === "for");
  const level = wordsText(words.slice(0, Math.max(at, 0)));
  const question = at < 0 ? "" : wordsText(words.slice(at + 1));
  if (level !== "" && question !== "") return [{ question, key: nameKey(question), level, span: spanOfWords(words) }];
  problems.push(
    problem("E0375", spanOfWords(words), `\`${wordsText(words)}\` does not say which level answers which question.`, {
      hint: "Write the level and the type of question, as the authority of the set orders them: `rests on level 1b for treatment`.",
    }),
  );
  return [];
}
