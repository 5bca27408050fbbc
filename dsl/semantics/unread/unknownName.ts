import { type Fix, type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment, type Named } from "../environment.ts";
import { nameKey, wordKey, wordsText } from "../names.ts";
import { operators } from "../operators.ts";
import { match } from "../patterns.ts";
import { spanOfWords } from "../phrases.ts";
import { nearest } from "../suggest.ts";
import { afterEmptyWords } from "./emptyLead.ts";
import { beginsComparison } from "./amountFirst.ts";
import { viewsOf } from "../views.ts";

export function unknownName(words: readonly Word[], environment: Environment): Problem {
  const near = nearestName(words, environment);
  if (near) return near;
  const text = wordsText(words);
  const list = environment.codeLists.get(nameKey(text));
  if (list) return listAlone(list.name, words, environment);
  for (const said of [words, ...afterEmptyWords(words)]) {
    const owner = factWithValue(wordsText(said), environment);
    if (owner) return valueAlone(wordsText(said), owner, words);
  }
  const declared = words.some((_, at) => beginnings(words.slice(at), environment).length > 0);
  if (beginsComparison(words) && !declared) return nothingCompared(words);
  return problem("E0201", spanOfWords(words), `No fact or definition is called \`${text}\`.`, {
    hint: "Use the name of one that is there, or declare this one with `fact` or `define`.",
  });
}

/** `fewer than 5 days of warfarin`, and nothing declared is meant. */
function nothingCompared(words: readonly Word[]): Problem {
  return problem("E0201", spanOfWords(words), "This compares nothing that is declared.", {
    hint: "Declare what is counted or measured, `fact days of treatment: whole number`, and begin with its name: `days of treatment fewer than 5`.",
  });
}

/** `lumbar radiculopathy` for `diagnosis is in lumbar radiculopathy` */
function listAlone(list: string, words: readonly Word[], { names }: Environment): Problem {
  const facts = [...names.values()].filter((named) => named.kind === "fact" && named.type.kind === "code");
  const written = facts.map(({ name }) => `${name} is in ${list}`);
  return problem("E0201", spanOfWords(words), `\`${list}\` is a list of codes, and does not say what must be in it.`, {
    hint: `Name the fact too: \`${written[0] ?? `diagnosis is in ${list}`}\`.`,
    fixes: written.map((text) => replace(`Write ${text}`, spanOfWords(words), text)),
  });
}

/** The only fact that has this value. */
function factWithValue(text: string, { names }: Environment): Named | null {
  const owners = [...names.values()].filter(
    (named) =>
      named.kind === "fact" &&
      named.type.kind === "one of" &&
      named.type.options.some((option) => nameKey(option) === nameKey(text)),
  );
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

/** `cervical spine` for `requested body region is cervical spine` */
function valueAlone(text: string, { name }: Named, words: readonly Word[]): Problem {
  const written = `${name} is ${text}`;
  return problem("E0201", spanOfWords(words), `\`${text}\` is a value of \`${name}\`, and does not say so by itself.`, {
    hint: `Name the fact too: \`${written}\`.`,
    fixes: [replace(`Write ${written}`, spanOfWords(words), written)],
  });
}

/** The declared name that the beginning of the phrase was likely meant to be, when the rest then makes sense. */
export function nearestName(words: readonly Word[], environment: Environment): Problem | null {
  const names = [...environment.names.values()];
  let found: Problem | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let size = Math.min(words.length, mostWordsOfName); size > 0 && fewest > 1; size--) {
    const [written, rest] = [words.slice(0, size), words.slice(size)];
    if (written.every(isNoName)) continue;
    const key = nameKey(wordsText(written));
    const near = nearest(
      key,
      names,
      (named) => !`${key} `.startsWith(`${named.key} `) && couldFollow(named, rest),
      fewest,
    );
    if (!near) continue;
    found = misspelt(written, near.of.name);
    fewest = near.edits;
  }
  return found;
}

/** Articles and numbers resemble short names, and are none misspelt. */
const isNoName = ({ text }: Word): boolean =>
  /^(?:the|a|an|any|all|one|two|three|four|five|six|seven|eight|nine|ten|no|not|of|or|\d+)$/i.test(text);

/** Names of more words are not looked for; the longest of the published criteria we have read has fourteen. */
const mostWordsOfName = 30;

function misspelt(written: readonly Word[], name: string): Problem {
  const span = spanOfWords(written);
  const fix: Fix = replace(`Write ${name}`, span, name);
  return problem("E0201", span, `No fact or definition is called \`${wordsText(written)}\`.`, {
    hint: `Did you mean \`${name}\`?`,
    fixes: [fix],
  });
}

/** Whether some test of this name begins as `rest` does; values in it may still be wrong. */
function couldFollow(named: Named, rest: readonly Word[]): boolean {
  if (rest.length === 0) return true;
  if (/^of$/i.test(rest[0]?.text ?? "") && !/\d/.test(wordsText(rest))) return false;
  if (named.kind !== "fact" && named.kind !== "table") return false;
  if (/^(is|was|are|were|lasted|has)$/.test(wordKey(rest[0]?.text ?? "")))
    return named.type.kind !== "yes or no" || rest.length >= 3;
  return viewsOf(named.type, named.name).some((view) =>
    operators.some(
      (operator) =>
        operator.takes === view.takes && operator.patterns.some((pattern) => match(pattern, rest).length > 0),
    ),
  );
}
