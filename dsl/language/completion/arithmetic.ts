import { type Environment, isCaseDate, wordKey } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { nameOf } from "../reading/index.ts";
import type { Completion } from "./completion.ts";
import type { CriterionCursor } from "./criterion.ts";
import { isNumber } from "./listForms.ts";
import { choiceOf, type FactName, unit, unitWords } from "./places.ts";
import { wordsFrom } from "./place.ts";
import { type Choice, comingNext, either, maybe, oneOf, rarely, said, type Step } from "./steps.ts";

/** What may come next in a calculation: facts that are numbers, stretches between dates, and what joins them. */
export function arithmeticCompletions(
  { tokens, shift, offset }: CriterionCursor,
  environment: Environment,
): readonly Completion[] {
  const bracket = tokens.findLastIndex((token) => /Bracket$/.test(nameOf(token)));
  const after = wordsFrom(tokens.slice(bracket + 1), shift);
  const words = sinceJoint(after);
  const closed = nameOf(tokens[bracket]) === "RightBracket" && words.length === after.length;
  return comingNext([...(closed ? [] : [operandOf(environment)]), either(...joints)], { words, offset });
}

const joints: readonly (readonly Step[])[] = [[said("plus")], [said("minus")], [said("times")], [said("divided by")]];

/** The words after the last that joins two operands. */
function sinceJoint(words: readonly Word[]): readonly Word[] {
  const at = words.findLastIndex(
    ({ text }, index) =>
      /^(?:plus|minus|times|[-+*×/÷−–])$/i.test(text) ||
      (wordKey(text) === "by" && wordKey(words[index - 1]?.text ?? "") === "divided"),
  );
  return words.slice(at + 1);
}

function operandOf({ names }: Environment): Step {
  const facts = [...names.values()].filter(
    (named): named is FactName => named.kind === "fact" || named.kind === "calculated",
  );
  const numbers = facts.filter(({ type }) => isNumber(type) || type.kind === "age");
  const dates: readonly Choice[] = facts.flatMap((named) =>
    named.type.kind === "date" || isCaseDate(named.key) ? [choiceOf(named)] : [],
  );
  const number = oneOf(numbers.map(choiceOf));
  const between = (words: string, place: Step): readonly Step[] => [said(words), place, said("to"), place];
  return either(
    ...numbers.map((named) => [oneOf([choiceOf(named)]), maybe(rarely("in"), unit(unitsOf(named)))]),
    between("days from", oneOf(dates)),
    between("months from", oneOf(dates)),
    between("percent decrease from", number),
    between("percent increase from", number),
  );
}

function unitsOf({ type }: FactName): readonly string[] {
  if (type.kind === "age") return ["years"];
  return type.kind === "number" || type.kind === "calculated" ? unitWords(type.unit) : [];
}
