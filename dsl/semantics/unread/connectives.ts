import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { amountFirst } from "./amountFirst.ts";
import { valuesJoinedByOr } from "./choices.ts";
import { noneOfChoice } from "./noneOfChoice.ts";
import { isReadable } from "./readable.ts";
import { spokenAmount } from "./spokenAmount.ts";
import { trialInOneBreath } from "./trials.ts";

/** `failed strengthening or pre-invasive clarification` */
export function lowerCaseConnective(words: readonly Word[], environment: Environment): Problem | null {
  for (const [index, word] of words.entries()) {
    const lower = word.text.toLowerCase();
    if (lower === "not" && index === 0 && isReadable(words.slice(1), environment)) return lowerCaseNot(word);
    if (lower !== "or" && lower !== "and") continue;
    const left = words.slice(0, index).filter((_, at, all) => !(at === all.length - 1 && all[at]?.text === ","));
    const right = words.slice(index + 1);
    if (!isCriterion(left, environment)) continue;
    if (right.length === 0) return joinsNothing(word);
    if (opensTest(right, environment) || isCriterion(right, environment) || lowerCaseConnective(right, environment))
      return betweenNames(word, words[index - 1], left, right);
    const unsaid = unsaidSubject(word, left, right, environment);
    if (unsaid) return unsaid;
  }
  return null;
}

/** Whether a declared name and more stand there: what is wrong with them is told once they stand apart. */
const opensTest = (words: readonly Word[], environment: Environment): boolean =>
  beginnings(words, environment).some(({ rest }) => rest.length > 0);

/** A slip in more words than this is not looked for at every joint. */
const mostWordsOfSlip = 20;

/** Whether the words would be a criterion, or are known to be meant as one: `angina is III or IV`. */
function isCriterion(words: readonly Word[], environment: Environment): boolean {
  const slips = [valuesJoinedByOr, trialInOneBreath, spokenAmount, noneOfChoice, amountFirst];
  if (isReadable(words, environment)) return true;
  return words.length <= mostWordsOfSlip && slips.some((slip) => slip(words, environment) !== null);
}

/** `- pain or`, the end of a bullet */
function joinsNothing(word: Word): Problem {
  return problem("E0203", word.span, `\`${word.text}\` stands at the end, and there is nothing for it to join.`, {
    hint: "How the criteria of a list are joined is said above it: leave the word away here.",
    fixes: [replace(`Take ${word.text} away`, word.span, "")],
  });
}

function lowerCaseNot(word: Word): Problem {
  return problem("E0203", word.span, "`not` stands before a criterion, so it is not clear whether it denies it.", {
    hint: "In capitals it does: `NOT`.",
    fixes: [replace("Write NOT", word.span, "NOT")],
  });
}

function betweenNames(word: Word, before: Word | undefined, left: readonly Word[], right: readonly Word[]): Problem {
  const capitals = word.text.toUpperCase();
  const fix =
    before?.text === ","
      ? replace(`Write ${capitals}`, cover(before.span, word.span), ` ${capitals}`)
      : replace(`Write ${capitals}`, word.span, capitals);
  return problem(
    "E0203",
    word.span,
    `\`${word.text}\` stands between two criteria, so it is not clear whether it joins them.`,
    {
      hint: `In capitals it does. Here stand \`${wordsText(left)}\` and \`${wordsText(right)}\`.`,
      fixes: [fix],
    },
  );
}

/** `program lasted at least 6 weeks and failed` */
function unsaidSubject(
  word: Word,
  left: readonly Word[],
  right: readonly Word[],
  environment: Environment,
): Problem | null {
  for (const { named, rest } of beginnings(left, environment)) {
    const name = left.slice(0, left.length - rest.length);
    if (named.kind !== "fact" || !isReadable([...name, ...right], environment)) continue;
    const written = `${word.text.toUpperCase()} ${named.name} ${wordsText(right)}`;
    const span = cover(word.span, spanOfWords(right));
    return problem("E0203", span, `\`${wordsText(right)}\` does not say of what.`, {
      hint: `Each criterion names what it asks about: \`${written}\`.`,
      fixes: [replace(`Write ${written}`, span, written)],
    });
  }
  return null;
}
