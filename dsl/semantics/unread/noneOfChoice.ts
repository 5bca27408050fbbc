import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

const allowing = /^(?:unless|except|other than|but|or)(?: (?:for|if|when))?(?: (?:it |they )?(?:is|are))? (.+)$/i;

/** `no arrhythmias unless stabilized`, where `arrhythmias` is a choice with `none` among its values. */
export function noneOfChoice(words: readonly Word[], environment: Environment): Problem | null {
  const [no, ...said] = words;
  if (!no || !/^(?:no|without)$/i.test(no.text)) return null;
  for (const { named, rest } of beginnings(said, environment)) {
    if (named.kind !== "fact" || named.type.kind === "yes or no") continue;
    const other = allowing.exec(wordsText(rest))?.[1];
    const asked = other === undefined ? "is none" : `is one of none, ${other}`;
    const name = said.slice(0, said.length - rest.length);
    if ((rest.length === 0 || other !== undefined) && isReadable([...name, ...wordsFor(asked, no)], environment))
      return valueNone(words, `${named.name} ${asked}`);
  }
  return null;
}

function valueNone(words: readonly Word[], written: string): Problem {
  const span = spanOfWords(words);
  return problem("E0203", span, "`no` stands before a choice, and `none` is one of the values it can have.", {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}
