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
  { tokens, shift, offset, defining }: CriterionCursor,
  environment: Environment,
): readonly Completion[] {
  const bracket = tokens.findLastIndex((token) => nameOf(token).endsWith("Bracket"));
  const after = wordsFrom(tokens.slice(bracket + 1), shift);
  const words = sinceJoint(after);
  const closed = nameOf(tokens[bracket]) === "RightBracket" && words.length === after.length;
  return comingNext([...(closed ? [] : [operandOf(environment, defining?.key ?? null)]), either(...joints)], {
    words,
    offset,
  });
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

function operandOf({ names }: Environment, defining: string | null): Step {
  const facts = [...names.values()].filter(
    (named): named is FactName => (named.kind === "fact" || named.kind === "calculated") && named.key !== defining,
  );
  const numbers = facts.filter(({ type }) => isNumber(type) || type.kind === "age");
  const dates: readonly Choice[] = facts.flatMap((named) =>
    named.type.kind === "date" || isCaseDate(named.key) ? [choiceOf(named)] : [],
  );
  const between = (words: string, place: Step): readonly Step[] => [said(words), place, said("to"), place];
  return either(
    ...numbers.map((named) => [oneOf([choiceOf(named)]), maybe(rarely("in"), unit(unitsOf(named)))]),
    between("days from", oneOf(dates)),
    between("months from", oneOf(dates)),
    ...["percent decrease from", "percent increase from"].flatMap((words) =>
      numbers.map((one) => {
        const alike = numbers.filter((other) => unitOf(other) === unitOf(one));
        return [said(words), oneOf([choiceOf(one)]), said("to"), oneOf(alike.map(choiceOf))];
      }),
    ),
  );
}

const unitOf = ({ type }: FactName): string | null =>
  type.kind === "number" || type.kind === "calculated" ? (type.unit?.ucum ?? null) : type.kind;

function unitsOf({ type }: FactName): readonly string[] {
  if (type.kind === "age") return ["years"];
  return type.kind === "number" || type.kind === "calculated" ? unitWords(type.unit) : [];
}
