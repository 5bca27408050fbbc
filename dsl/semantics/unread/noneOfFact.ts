import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment, Named } from "../environment.ts";
import { wordKey, wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";

/** `no date of surgery`, where `surgery date` or `date of surgery` is a date: whether there is none is an answer of its own. */
export function noneOfFact(words: readonly Word[], after: readonly Word[], environment: Environment): Problem | null {
  const said = sameWords(after.map(({ text }) => text));
  const named = [...environment.names.values()].find(
    (each) => isAmount(each) && sameWords(each.name.split(" ")) === said,
  );
  if (named?.kind !== "fact") return null;
  const { name, fact } = named;
  const span = spanOfWords(words);
  const written = `${name} is none`;
  return problem("E0203", span, `\`${wordsText(words)}\` denies nothing: \`${name}\` is not answered yes or no.`, {
    hint: fact.orNone
      ? `Write \`${written}\`.`
      : `Where there may be none, declare the fact with \`, or none\` at its end, and write \`${written}\`. What the record is silent about is \`${name} is not documented\`.`,
    fixes: fact.orNone ? [replace(`Write ${written}`, span, written)] : [],
  });
}

const isAmount = (named: Named): boolean =>
  named.kind === "fact" && named.type.kind !== "yes or no" && named.type.kind !== "treatment trial";

/** `date of surgery` and `surgery date` are alike. */
const sameWords = (words: readonly string[]): string =>
  words
    .map(wordKey)
    .filter((word) => !/^(?:of|the|an?|any|for)$/.test(word))
    .toSorted()
    .join(" ");
