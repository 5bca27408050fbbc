import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import { splitAtCommas, wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** `planned procedure is injection or surgery`, `is one of injection or surgery`, `is not injection or surgery` */
export function valuesJoinedByOr(words: readonly Word[], environment: Environment): Problem | null {
  for (const { rest } of beginnings(words, environment)) {
    const [copula, ...said] = rest;
    if (!copula || !/^(is|was|are|were|in)$/i.test(copula.text)) continue;
    const { denied, values } = valuesOf(said);
    const is = copula.text.toLowerCase() === "in" ? "is" : copula.text;
    const written = `${is} ${denied ? "none of" : "one of"} ${values.map(wordsText).join(", ")}`;
    if (values.length < 2 || !isReadable([...words.slice(0, -rest.length), ...wordsFor(written, copula)], environment))
      continue;
    const span = cover(copula.span, spanOfWords(rest));
    return problem("E0203", span, whatStands(copula.text, said), {
      hint: `A choice of values is written \`${written}\`.`,
      fixes: [replace(`Write ${written}`, span, written, true)],
    });
  }
  return null;
}

function whatStands(copula: string, said: readonly Word[]): string {
  const joint = said.find(isJoint)?.text;
  if (joint === undefined) return `\`${copula}\` does not say that it is one of several values.`;
  return `\`${joint}\` stands between two values, which a single \`is\` does not take.`;
}

const isJoint = ({ text }: Word): boolean => /^(or|nor)$/i.test(text);

/** The values after `is`, with or without `one of`, `either`, `not`, `none of`, `neither`. */
function valuesOf(words: readonly Word[]): { denied: boolean; values: readonly (readonly Word[])[] } {
  const lead =
    /^(not one of|not any of|none of|not either|not|neither|one of|any of|either)(?= )/i.exec(wordsText(words))?.[0] ??
    "";
  const size = lead === "" ? 0 : lead.split(" ").length;
  const values = splitAtCommas(words.slice(size))
    .flatMap(splitAtOr)
    .filter((value) => value.length > 0);
  return { denied: /^n/i.test(lead), values };
}

function splitAtOr(words: readonly Word[]): readonly (readonly Word[])[] {
  const at = words.findIndex(isJoint);
  return at < 0 ? [words] : [words.slice(0, at), ...splitAtOr(words.slice(at + 1))];
}
