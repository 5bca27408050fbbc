import { type Fix, type Problem, problem, replace } from "../diagnostic/index.ts";
import { cover, type Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { beginnings, type Beginning, type Environment, type Named } from "./environment.ts";
import { nameKey, wordKey, wordsText } from "./names.ts";
import { operators } from "./operators.ts";
import { match } from "./patterns.ts";
import { readings, spanOfWords } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { nearest } from "./suggest.ts";
import { trialResponses } from "./types.ts";
import { viewsOf } from "./views.ts";

/**
 * What to say of a phrase that has no clean reading: the likeliest cause first. `faulty` are the readings of the right
 * shape whose literals do not fit; the one that faults the fewest words explains best.
 */
export function unread(
  words: readonly Word[],
  faulty: readonly Reading[],
  environment: Environment,
): readonly Problem[] {
  const joined =
    words.length > mostWordsTried ? null : (lowerCaseConnective(words, environment) ?? misplacedClause(words));
  const bare = bareAmount(words, environment);
  if (joined ?? bare) return [joined ?? bare].filter((found) => found !== null);
  const likeliest = faulty.toSorted((a, b) => faultedWidth(a) - faultedWidth(b))[0];
  if (likeliest) return likeliest.problems;
  return [bareDocumented(words, environment) ?? strangeTest(words, environment) ?? unknownName(words, environment)];
}

/** A longer phrase lists values between commas; trying what would read if it were cut anywhere is not worth the time. */
const mostWordsTried = 100;

const faultedWidth = ({ problems }: Reading): number =>
  problems.reduce((sum, { span }) => sum + span.end - span.start, 0);

/** `failed strengthening or pre-invasive clarification` */
function lowerCaseConnective(words: readonly Word[], environment: Environment): Problem | null {
  for (const [index, word] of words.entries()) {
    const lower = word.text.toLowerCase();
    if (lower === "not" && index === 0 && isReadable(words.slice(1), environment)) return lowerCaseNot(word);
    if (lower !== "or" && lower !== "and") continue;
    const left = words.slice(0, index).filter((_, at, all) => !(at === all.length - 1 && all[at]?.text === ","));
    const right = words.slice(index + 1);
    if (lower === "or" && isReadable(left, environment)) {
      const choice = valueAfterOr(left, right, environment);
      if (choice) return choice;
    }
    if (isReadable(left, environment) && (isReadable(right, environment) || lowerCaseConnective(right, environment)))
      return betweenNames(word, left, right);
  }
  return null;
}

const isReadable = (words: readonly Word[], environment: Environment): boolean =>
  readings(words, environment).some((reading) => reading.problems.length === 0);

function lowerCaseNot(word: Word): Problem {
  return problem("E0203", word.span, "`not` stands before a criterion, so it is not clear whether it denies it.", {
    hint: "In capitals it does: `NOT`.",
    fixes: [replace("Write NOT", word.span, "NOT")],
  });
}

function betweenNames(word: Word, left: readonly Word[], right: readonly Word[]): Problem {
  const capitals = word.text.toUpperCase();
  return problem(
    "E0203",
    word.span,
    `\`${word.text}\` stands between two criteria, so it is not clear whether it joins them.`,
    {
      hint: `In capitals it does. Here stand \`${wordsText(left)}\` and \`${wordsText(right)}\`.`,
      fixes: [replace(`Write ${capitals}`, word.span, capitals)],
    },
  );
}

/** `planned procedure is injection or surgery` */
function valueAfterOr(left: readonly Word[], right: readonly Word[], environment: Environment): Problem | null {
  const at = left.findIndex((word) => /^(is|was|are|were)$/i.test(word.text));
  const copula = left[at];
  if (!copula || at === 0) return null;
  const values = [left.slice(at + 1), right];
  const listed = [
    ...left.slice(0, at + 1),
    ...wordsFor("one of", copula),
    ...(values[0] ?? []),
    comma(copula),
    ...right,
  ];
  if (!isReadable(listed, environment)) return null;
  const written = `${copula.text} one of ${values.map(wordsText).join(", ")}`;
  const span = cover(copula.span, spanOfWords(right));
  return problem("E0203", span, "`or` stands between two values, which a single `is` does not take.", {
    hint: `A choice of values is written \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written, true)],
  });
}

const wordsFor = (text: string, at: Word): Word[] =>
  text.split(" ").map((word) => ({ text: word, span: at.span, quoted: false }));
const comma = (at: Word): Word => ({ text: ",", span: at.span, quoted: false });

/** `program lasted 6 weeks`, `hematocrit 56 %` */
function bareAmount(words: readonly Word[], environment: Environment): Problem | null {
  for (const { rest } of beginnings(words, environment))
    for (let size = 1; size <= Math.min(rest.length, mostWordsOfAmount); size++) {
      const amount = rest.slice(-size);
      const before = words.slice(0, -size);
      if (isBare(before, amount, environment)) return bare(amount);
    }
  return null;
}

function isBare(before: readonly Word[], amount: readonly Word[], environment: Environment): boolean {
  const [first] = amount;
  return (
    first !== undefined &&
    /^[\d.]/.test(first.text) &&
    !/^(is|was|are|were|not|exactly)$/i.test(before.at(-1)?.text ?? "") &&
    isReadable([...before, ...wordsFor("at least", first), ...amount], environment)
  );
}

function bare(amount: readonly Word[]): Problem {
  const span = spanOfWords(amount);
  return problem("E0211", span, `\`${wordsText(amount)}\` does not say whether more, or less, would do too.`, {
    hint: "Put `at least`, `more than`, `at most` or `below` before it.",
    fixes: ["at least", "at most"].map((bound) =>
      replace(`Write ${bound} ${wordsText(amount)}`, span, `${bound} ${wordsText(amount)}`),
    ),
  });
}

/** `56 mmHg`, `6 breaths per minute` */
const mostWordsOfAmount = 6;

/** `x waived if y` in one line */
function misplacedClause(words: readonly Word[]): Problem | null {
  const texts = words.map((word) => word.text.toLowerCase());
  for (const clause of ["waived if", "but not if", "excluded if"]) {
    const parts = clause.split(" ");
    const at = texts.findIndex((_, index) => parts.every((part, offset) => texts[index + offset] === part));
    const first = words[at];
    const last = words[at + parts.length - 1];
    if (!first || !last) continue;
    return problem("E0209", cover(first.span, last.span), `\`${clause}\` stands inside a criterion.`, {
      hint: `It begins a line of its own, indented below the criterion it changes${clause === "excluded if" ? ", after the name of a service" : ""}.`,
    });
  }
  return null;
}

/** `x is documented` */
function bareDocumented(words: readonly Word[], environment: Environment): Problem | null {
  const tail = words.slice(-2).map((word) => word.text.toLowerCase());
  if (tail.join(" ") !== "is documented" || beginnings(words, environment).length === 0) return null;
  const span = spanOfWords(words.slice(-2));
  return problem("E0207", span, "`is documented` does not say whether the record affirms or denies it.", {
    hint: "A record can document that something is present or that it is absent.",
    fixes: ["is documented as present", "is documented as absent"].map((text) => replace(`Write ${text}`, span, text)),
  });
}

/** A known name followed by words that test nothing it has. */
function strangeTest(words: readonly Word[], environment: Environment): Problem | null {
  const [longest] = beginnings(words, environment);
  if (!longest) return null;
  const { named, nameSpan, rest } = longest;
  if (rest.length === 0) return unasked(named, nameSpan);
  const near = nearestName(words, environment);
  if (named.kind === "definition" || (named.type.kind === "yes or no" && near))
    return near ?? wordsAfterCriterion(longest);
  return problem("E0208", spanOfWords(rest), `\`${wordsText(rest)}\` is no test of \`${named.name}\`.`, {
    hint: testsOf(named),
  });
}

function unasked(named: Named, span: Span): Problem {
  return problem("E0208", span, `\`${named.name}\` is not tested for anything.`, { hint: testsOf(named) });
}

function wordsAfterCriterion({ named, rest }: Beginning): Problem {
  return problem("E0208", spanOfWords(rest), `\`${wordsText(rest)}\` is no test of \`${named.name}\`.`, {
    hint: testsOf(named),
  });
}

function testsOf(named: Named): string {
  if (named.kind === "definition")
    return `\`${named.name}\` is a criterion: it stands alone, joined to others by AND or OR.`;
  const { type } = named;
  switch (type.kind) {
    case "yes or no":
      return `\`${named.name}\` is answered yes or no: it stands alone, or is followed by \`is documented as present\`, \`is documented as absent\` or \`is not documented\`.`;
    case "one of":
      return `Say which value: \`${named.name} is ${type.options[0] ?? "..."}\`, or \`is one of\` several. The values are ${listed(type.options)}.`;
    case "scale":
      return `Compare it with a grade: \`${named.name} at most ${type.grades.at(-2) ?? "4"}\`. The grades are ${listed(type.grades)}.`;
    case "number":
      return `Compare it with an amount: \`${named.name} at least 6${type.unit ? ` ${type.unit.word}` : ""}\`.`;
    case "whole number":
      return `Compare it with a number: \`${named.name} at least 2\`.`;
    case "age":
      return `Compare it with years: \`${named.name} at least 18 years\`.`;
    case "date":
      return `Compare it with a date: \`${named.name} before 2014-05-14\` or \`within 6 months before request date\`.`;
    case "code":
      return `Compare it with a code: \`${named.name} is M50.12\` or \`is one of\` several.`;
    case "treatment trial":
      return `Ask how long or how it went: \`${named.name} lasted at least 6 weeks\`, \`${named.name} failed\`. It can have ${listed(trialResponses)}.`;
  }
}

const listed = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(", ");

function unknownName(words: readonly Word[], environment: Environment): Problem {
  const near = nearestName(words, environment);
  if (near) return near;
  const text = wordsText(words);
  return problem("E0201", spanOfWords(words), `\`${text}\` is not declared.`, {
    hint: "Declare it above with `fact` or `define`, or use the name of one that is.",
    fixes: [],
  });
}

/** The declared name that the beginning of the phrase was likely meant to be, when the rest then makes sense. */
function nearestName(words: readonly Word[], environment: Environment): Problem | null {
  const names = [...environment.names.values()];
  let found: Problem | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let size = Math.min(words.length, mostWordsOfName); size > 0 && fewest > 1; size--) {
    const [written, rest] = [words.slice(0, size), words.slice(size)];
    const key = nameKey(wordsText(written));
    const near = nearest(key, names, (named) => named.key !== key && couldFollow(named, rest), fewest);
    if (!near) continue;
    found = misspelt(written, near.of.name);
    fewest = near.edits;
  }
  return found;
}

/** Names of more words are not looked for; the longest of the published criteria we have read has fourteen. */
const mostWordsOfName = 30;

function misspelt(written: readonly Word[], name: string): Problem {
  const span = spanOfWords(written);
  const fix: Fix = replace(`Write ${name}`, span, name);
  return problem("E0201", span, `\`${wordsText(written)}\` is not declared.`, {
    hint: `Did you mean \`${name}\`?`,
    fixes: [fix],
  });
}

/** Whether some test of this name begins as `rest` does; values in it may still be wrong. */
function couldFollow(named: Named, rest: readonly Word[]): boolean {
  if (rest.length === 0) return true;
  if (named.kind === "definition") return false;
  if (/^(is|was|are|were|lasted|has)$/.test(wordKey(rest[0]?.text ?? "")))
    return named.type.kind !== "yes or no" || rest.length >= 3;
  return viewsOf(named.type, named.name).some((view) =>
    operators.some(
      (operator) =>
        operator.takes === view.takes && operator.patterns.some((pattern) => match(pattern, rest).length > 0),
    ),
  );
}
