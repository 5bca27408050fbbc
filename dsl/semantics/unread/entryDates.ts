import { type Problem, problem } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { isCaseDate } from "../caseDates.ts";
import type { Environment } from "../environment.ts";
import { nameKey, wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";

/** `its date after onset of pain`, `any imaging study since date of surgery`: entries are dated against the case's own dates alone. */
export function entryAgainstDate(words: readonly Word[], environment: Environment): Problem | null {
  const at = words.findIndex(({ text }) => /^(?:before|after|since|on|of|from)$/i.test(text));
  const last = words.findLastIndex(({ text }) => /^(?:before|after|since|on|of|from|the)$/i.test(text));
  if (at < 1) return null;
  const { outer, names } = environment;
  const starts = words.flatMap((_, start) => (start > at && start <= last + 1 ? [start] : []));
  const found = starts
    .map((start) => ({ start, named: (outer ?? environment).names.get(nameKey(wordsText(words.slice(start)))) }))
    .find(({ named }) => named?.kind === "fact" && named.type.kind === "date" && !isCaseDate(named.key));
  if (found?.named === undefined) return null;
  const before = ` ${nameKey(wordsText(words.slice(0, found.start)))} `;
  const isEntry = outer !== null || [...names].some(([key, { kind }]) => isList(kind) && before.includes(` ${key} `));
  const { name } = found.named;
  return isEntry
    ? problem(
        "E0208",
        spanOfWords(words),
        `The date of an entry is not held against \`${name}\`, a fact of the case.`,
        {
          hint: `It is held against a date, \`request date\` or \`service date\`. Ask the record instead, in a field of the list: \`after ${name}: yes or no\`.`,
        },
      )
    : null;
}

const isList = (kind: string): boolean => kind === "list" || kind === "subset";
