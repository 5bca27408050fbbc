import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { splitAtCommas, wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable } from "./readable.ts";

/** `radiculopathy, myelopathy or severe pain`, `neither radiculopathy nor myelopathy` */
export function listedCriteria(words: readonly Word[], environment: Environment): Problem | null {
  const lead = /^(neither|either|both)$/i.exec(words[0]?.text ?? "")?.[0].toLowerCase();
  const items = criteriaAmong(lead === undefined ? words : words.slice(1), environment);
  if (!items || (lead === undefined && !words.some(({ text }) => text === ","))) return null;
  const lists = listsMeant(lead, words);
  const written = lists.map((list) => `${list} (${items.map(wordsText).join("; ")})`);
  const span = spanOfWords(words);
  return problem("E0203", span, "Several criteria stand here side by side, and nothing in capitals joins them.", {
    hint: `Write ${written.map((list) => `\`${list}\``).join(" or ")}.`,
    fixes: written.map((list) => replace(`Write ${list}`, span, list)),
  });
}

/** Each criterion of a list in prose; null unless all can be read. Names may hold `or`, so only what cannot be read is cut there. */
export function criteriaAmong(words: readonly Word[], environment: Environment): readonly (readonly Word[])[] | null {
  const items = splitAtCommas(words)
    .map(withoutLeadingJoint)
    .flatMap((part) => (isReadable(part, environment) ? [part] : splitAtJoints(part)));
  return items.length > 1 && items.every((item) => isReadable(item, environment)) ? items : null;
}

const isJoint = ({ text }: Word): boolean => /^(or|and|nor)$/i.test(text);

const withoutLeadingJoint = (words: readonly Word[]): readonly Word[] =>
  words[0] && isJoint(words[0]) ? words.slice(1) : words;

function splitAtJoints(words: readonly Word[]): readonly (readonly Word[])[] {
  const at = words.findIndex(isJoint);
  return at < 0 ? [words] : [words.slice(0, at), ...splitAtJoints(words.slice(at + 1))];
}

function listsMeant(lead: string | undefined, words: readonly Word[]): readonly string[] {
  if (lead === "neither") return ["none of"];
  const last = words.findLast(isJoint)?.text.toLowerCase();
  if (lead === "either" || last === "or") return ["any of"];
  return lead === "both" || last === "and" ? ["all of"] : ["any of", "all of"];
}
