import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** `program failed after 6 weeks`, `program did not succeed`, `failure of program`: a trial told in one breath. */
export function trialInOneBreath(words: readonly Word[], environment: Environment): Problem | null {
  return saidAfter(words, environment) ?? saidBefore(words, environment);
}

function saidAfter(words: readonly Word[], environment: Environment): Problem | null {
  for (const { named, rest } of beginnings(words, environment)) {
    const [at] = rest;
    if (named.kind !== "fact" || named.type.kind !== "treatment trial" || !at) continue;
    const said = wordsText(rest);
    const isTest = (test: string): boolean =>
      isReadable([...words.slice(0, -rest.length), ...wordsFor(test, at)], environment);
    const tests = [...bothOf(said), ...lengthOf(said), ...denialOf(said)].find((all) => all.every(isTest));
    const written = tests?.map((test) => `${named.name} ${test}`);
    if (written) return twoTests(words, denialOf(said).length > 0 ? [`NOT (${written[0] ?? ""})`] : written);
    if (inWindow.test(said) && !/\blasted\b/i.test(said) && isTest(said.replace(inWindow, "")))
      return undated(named.name, rest);
    const before = said.replace(/ after (?=the |request|service)/i, " before ");
    if (before !== said && isTest(before)) return windowAfter(rest, before);
  }
  return null;
}

/** `failed after at least 6 weeks`, `of at least 6 weeks failed` */
function bothOf(said: string): readonly (readonly string[])[] {
  const after = /^(.+?) (?:after|for|over|despite) ((?:at least |more than )?\S+ (?:day|week|month|year)s?)$/i.exec(
    said,
  );
  const before = /^(?:of|for) ((?:at least |more than )?\S+ (?:day|week|month|year)s?) (.+)$/i.exec(said);
  const [, response, length] = after ?? [];
  const [, stated, ended] = before ?? [];
  return [
    ...(response && length ? [[lasting(length), response]] : []),
    ...(stated && ended ? [[lasting(stated), ended]] : []),
  ];
}

/** Weeks after which something failed are weeks at least. */
const lasting = (length: string): string =>
  /^\S+ than|^at /i.test(length) ? `lasted ${length}` : `lasted at least ${length}`;

/** `at least 6 weeks`, `for more than 6 weeks` */
const lengthOf = (said: string): readonly (readonly string[])[] => [[`lasted ${said.replace(/^(for|of) /i, "")}`]];

/** `did not succeed`, `has not failed` */
function denialOf(said: string): readonly (readonly string[])[] {
  const response = /^(?:did|has|have|was|were) not (?:been )?(succeed|fail)(?:ed)?$/i.exec(said)?.[1];
  return response ? [[`${response.toLowerCase()}ed`]] : [];
}

function twoTests(words: readonly Word[], tests: readonly string[]): Problem {
  const span = spanOfWords(words);
  const written = tests.join(" AND ");
  const message =
    "A test of a treatment trial begins with its name, and asks either how long it lasted or how it went.";
  return problem("E0208", span, message, {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}

const inWindow =
  / (?:within|in|during|over) (?:the )?(?:last|past|previous|prior)? ?\S+ (?:day|week|month|year)s?(?: before .*)?$/i;

function undated(name: string, rest: readonly Word[]): Problem {
  const span = spanOfWords(rest);
  return problem("E0208", span, "A response has no date; how long a treatment trial lasted is counted in a window.", {
    hint: `Ask for both: \`${name} failed AND ${name} lasted at least 6 weeks within 6 months before request date\`.`,
  });
}

/** `lasted at least 6 weeks within 6 months after request date` */
function windowAfter(rest: readonly Word[], before: string): Problem {
  const span = spanOfWords(rest);
  return problem("E0208", span, "How long a treatment trial lasted is counted in a window before a day.", {
    hint: `Write \`${before}\`.`,
    fixes: [replace(`Write ${before}`, span, before)],
  });
}

/** `failed program`, `failure of program`, `at least 6 weeks of program` */
function saidBefore(words: readonly Word[], environment: Environment): Problem | null {
  for (const [at, first] of words.entries()) {
    const [named] = beginnings(words.slice(at), environment);
    if (at === 0 || named?.rest.length !== 0) continue;
    if (named.named.kind !== "fact" || named.named.type.kind !== "treatment trial") continue;
    const before = wordsText(words.slice(0, at)).replace(/ (?:of|with)(?: the| a)?$/i, "");
    const test = /^fail(?:ed|ure|ing)$/i.test(before) ? "failed" : `lasted ${before}`;
    const tried = [...words.slice(at), ...wordsFor(test, first)];
    if (isReadable(tried, environment)) return twoTests(words, [`${named.named.name} ${test}`]);
  }
  return null;
}
