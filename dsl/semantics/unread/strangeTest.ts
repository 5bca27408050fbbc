import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Beginning, beginnings, type Environment, type Named } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { trialResponses } from "../types.ts";
import { isReadable, wordsFor } from "./readable.ts";
import { nearestName } from "./unknownName.ts";

/** A known name followed by words that test nothing it has. */
export function strangeTest(words: readonly Word[], environment: Environment): Problem | null {
  const [longest] = beginnings(words, environment);
  if (!longest) return null;
  const { named, nameSpan, rest } = longest;
  if (rest.length === 0) return unasked(named, nameSpan);
  const near = nearestName(words, environment);
  if (!("type" in named) || (named.type.kind === "yes or no" && near)) return near ?? noTest(longest, false);
  return noTest(longest, isReadable(withIs(longest, words), environment));
}

const withIs = ({ rest }: Beginning, words: readonly Word[]): readonly Word[] => {
  const [first] = rest;
  return first ? [...words.slice(0, -rest.length), ...wordsFor(testWithIs(rest), first)] : words;
};

/** `= cervical spine` is meant as `is cervical spine`. */
const testWithIs = (rest: readonly Word[]): string => `is ${wordsText(rest).replace(/^= ?/, "")}`;

function unasked(named: Named, span: Span): Problem {
  return problem("E0208", span, `\`${named.name}\` stands here without saying what it must be.`, {
    hint: testsOf(named),
  });
}

function noTest({ named, rest }: Beginning, lacksIs: boolean): Problem {
  const span = spanOfWords(rest);
  const said = wordsText(rest);
  return problem("E0208", span, `\`${said}\` does not say what \`${named.name}\` must be.`, {
    hint:
      "type" in named && named.type.kind === "one of" && compares.test(said)
        ? withoutOrder(named.name, named.type.options)
        : testsOf(named),
    fixes: lacksIs ? [replace(`Write ${testWithIs(rest)}`, span, testWithIs(rest), true)] : [],
  });
}

const compares =
  /\b(?:at (?:least|most)|or (?:below|above|less|more|higher|lower|worse|better)|below|above|(?:more|less|higher|lower) than|from .+ to)\b/i;

/** `stage T2B or below`, where `stage` is a choice */
const withoutOrder = (name: string, options: readonly string[]): string =>
  `The values of a choice have no order. To compare them declare a scale, \`scale steps of ${name}: ${options.join(", ")}\`, from less to more, and \`fact ${name}: steps of ${name}\`.`;

function testsOf(named: Named): string {
  if (named.kind === "definition")
    return `\`${named.name}\` is met or not met by itself: it stands alone, joined to others by AND or OR.`;
  if (named.kind === "table" && named.type.kind === "yes or no")
    return `\`${named.name}\` is yes or no by its rows: it stands alone, joined to others by AND or OR.`;
  if (!("type" in named))
    return `\`${named.name}\` is a list: ask \`any ${named.name} where its ...\`, \`no ${named.name}\`, \`at least 2 ${named.name}\`, or for a field \`of the latest ${named.name}\`.`;
  const { type } = named;
  switch (type.kind) {
    case "yes or no":
      return `\`${named.name}\` is answered yes or no: it stands alone, or is followed by \`is documented as present\`, \`is documented as absent\` or \`is not documented\`.`;
    case "one of":
      return `Say which value: \`${named.name} is ${type.options.find((option) => option !== "none") ?? "..."}\`, or \`is one of\` several. The values are ${listed(type.options)}.`;
    case "scale":
      return `Compare it with a grade: \`${named.name} at least ${type.grades[1] ?? "1"}\`, \`at most\` or \`is\` one, or \`from ${type.grades[0] ?? "0"} to ${type.grades.at(-1) ?? "5"}\`. The grades are ${listed(type.grades)}.`;
    case "number":
    case "calculated":
      return `Compare it with an amount: \`${named.name} at least 6${type.unit ? ` ${type.unit.word}` : ""}\`.`;
    case "whole number":
      return `Compare it with a number: \`${named.name} at least 2\`.`;
    case "age":
      return `Compare it with years: \`${named.name} at least 18 years\`.`;
    case "date":
      return `Compare it with a date: \`${named.name} before 2014-05-14\` or \`within 6 months before request date\`.`;
    case "code":
      return `Compare it with a code: \`${named.name} is M50.12\` or \`is one of\` several.`;
    case "body site":
      return `Say where: \`${named.name} is ${type.regions[0] ?? "..."}\`, \`is left ${type.regions.at(-1) ?? "..."}\`, \`is on the left\` or \`is at C5-C6\`. The regions are ${listed(type.regions)}.`;
    case "treatment trial":
      return `Ask how long or how it went: \`${named.name} lasted at least 6 weeks\`, \`${named.name} failed\`. It can have ${listed(trialResponses)}.`;
  }
}

const listed = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(", ");
